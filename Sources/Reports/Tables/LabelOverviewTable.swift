import EvaluationCore

/// How well each run tells secure from insecure code, and one weakness from another.
public struct LabelOverviewTable: ReportTable {
    public let id = "labels"
    public let summary = "accuracy, precision, recall and F1 of detect and classify for every run"

    public init() {}

    public func make(_ study: Study) -> Table {
        var table = Table(
            id: id, title: "Recognising weaknesses",
            columns: [
                .init("model", "Model"), .init("task", "Task"), .init("items", "Items", format: .count),
                .init("accuracy", "Accuracy", format: .decimals(3), isMain: true),
                .init("precision", "Precision", format: .decimals(3)), .init("recall", "Recall", format: .decimals(3)),
                .init("f1", "F1", format: .decimals(3)), .init("unparsed", "Unparsed", format: .count),
                .init("other", "Other CWE", format: .count),
            ],
            notes: study.notes(aboutVerdicts: false) + [
                "Precision, recall and F1: of insecure for detect, the macro average over types for classify.",
                study.classifyNote,
            ],
            charts: [
                .init(
                    title: "Accuracy (95 % interval)", labels: ["model", "task"], values: ["accuracy"], scale: .share)
            ])
        table.rows = study.rows([.detect, .classify]) { run, task in
            LabelRow(study, run: run, task: task).map(row)
        }
        return table
    }

    private func row(_ row: LabelRow) -> Table.Row {
        let scores = LabelMeasure.Score.allCases.map { score in
            row.cell(row.task == .detect ? .score(score, label: 0) : .average(score, .macro))
        }
        return Table.Row(
            id: "\(row.study.names[row.run])/\(row.task.rawValue)", kind: row.kind,
            cells: [row.nameCell(), Cell(.text(row.task.rawValue)), Cell(.count(row.items.report.items))]
                + [row.cell(.accuracy)] + scores
                + [row.countCell { $0 == .unparsed }, row.countCell { $0.isForeignType }])
    }
}
