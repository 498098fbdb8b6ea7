import EvaluationCore

/// Table 3 of the paper.
public struct AwareGenerationTable: ReportTable {
    public let id = "table3"
    public let summary = "CodeBLEU@k and SEC@k of generate-aware"

    public init() {}

    public func make(_ study: Study) -> Table {
        CodeTable(
            id: id, title: "Table 3: Code generation from the CWE-aware problem",
            tasks: [(task: .generateAware, suffix: "")]
        ).make(study)
    }
}
