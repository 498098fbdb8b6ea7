import EvaluationCore

/// Table 2 of the paper.
public struct GenerationTable: ReportTable {
    public let id = "table2"
    public let summary = "CodeBLEU@k and SEC@k of generate and generate-one-shot"

    public init() {}

    public func make(_ study: Study) -> Table {
        CodeTable(
            id: id, title: "Table 2: Code generation from the problem",
            tasks: [(task: .generate, suffix: ""), (task: .generateOneShot, suffix: " (1-shot)")]
        ).make(study)
    }
}
