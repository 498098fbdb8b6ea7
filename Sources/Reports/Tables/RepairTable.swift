import EvaluationCore

/// Table 4 of the paper.
public struct RepairTable: ReportTable {
    public let id = "table4"
    public let summary = "CodeBLEU@k and SEC@k of repair"

    public init() {}

    public func make(_ study: Study) -> Table {
        CodeTable(id: id, title: "Table 4: Code repair", tasks: [(task: .repair, suffix: "")]).make(study)
    }
}
