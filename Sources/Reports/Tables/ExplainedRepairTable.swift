import EvaluationCore

/// Table 5 of the paper.
public struct ExplainedRepairTable: ReportTable {
    public let id = "table5"
    public let summary = "CodeBLEU@k and SEC@k of repair-explained"

    public init() {}

    public func make(_ study: Study) -> Table {
        CodeTable(
            id: id, title: "Table 5: Code repair with an explanation of the weakness",
            tasks: [(task: .repairExplained, suffix: "")]
        ).make(study)
    }
}
