import EvaluationCore

/// Table 7 of the paper: detection and type prediction for each weakness type, a block of rows for each run.
public struct ClassificationTable: ReportTable {
    public let id = "table7"
    public let summary = "detection accuracy, and precision, recall and F1 of type prediction, for each weakness type"

    public init() {}

    public func make(_ study: Study) -> Table {
        let prediction = "Vulnerability Type Prediction"
        var table = Table(
            id: id, title: "Table 7: Vulnerability classification",
            columns: [
                .init("model", "Model"), .init("type", "Type"),
                .init("detection-accuracy", "accuracy", group: "Detection", format: .decimals(2)),
                .init("precision", "precision", group: prediction, format: .decimals(2)),
                .init("recall", "recall", group: prediction, format: .decimals(2)),
                .init("f1", "f1-score", group: prediction, format: .decimals(2)),
                .init("support", "support", group: prediction, format: .count),
                .init("outside", "outside", group: prediction, format: .count),
            ],
            notes: study.notes(aboutVerdicts: false) + [
                study.classifyNote,
                "outside: answers that name none of the listed types. Row accuracy: the share of right answers.",
            ],
            charts: [
                .init(title: "F1 of type prediction", labels: ["model", "type"], values: ["f1"], scale: .share),
                .init(
                    title: "Accuracy of detection", labels: ["model", "type"], values: ["detection-accuracy"],
                    scale: .share),
            ])
        table.rows = study.runOrder.flatMap { rows(study, run: $0) }
        if !table.rows.isEmpty, let paper = study.options.paper { table.rows += paperRows(paper) }
        return table
    }

    private func rows(_ study: Study, run: Int) -> [Table.Row] {
        let detect = LabelRow(study, run: run, task: .detect)
        let classify = LabelRow(study, run: run, task: .classify)
        guard detect != nil || classify != nil else { return [] }
        let notes = unique([detect, classify].compactMap { $0?.nameCell().notes }.joined())
        let model = Cell(.text(study.names[run]), notes: notes)
        let types = study.inOrder(Set(study.runs[run].plan.samples.map(\.type)))
        func row(_ name: String, _ kind: Table.Row.Kind, _ cells: [Cell?]) -> Table.Row {
            Table.Row(
                id: "\(study.names[run])/\(name)", kind: kind,
                cells: [model, Cell(.text(name))] + cells.map { $0 ?? .none })
        }
        let typeRows = types.map { type in
            row(
                type.description, study.kind(ofRun: run),
                [detect?.accuracyCell(type: type)]
                    + LabelMeasure.Score.allCases.map { classify?.cell($0, type: type) }
                    + [classify?.supportCell(type: type), classify?.countCell(type: type) { !$0.isListedType }])
        }
        let items = classify.map { Cell(.count($0.items.report.items), trace: $0.cell(.accuracy).trace) }
        let outside = classify?.countCell { !$0.isListedType }
        let accuracy = row(
            "accuracy", .average, [detect?.cell(.accuracy), nil, nil, classify?.cell(.accuracy), items, outside])
        let averages = LabelMeasure.Average.allCases.map { average in
            row(
                "\(average.rawValue) avg", .average,
                [nil] + LabelMeasure.Score.allCases.map { classify?.cell(.average($0, average)) } + [items, nil])
        }
        return typeRows + [accuracy] + averages
    }

    private func paperRows(_ paper: PaperFigures) -> [Table.Row] {
        let model = "\(paper.detailedModel) (paper)"
        return paper.labelRows.map { row in
            let figures = [row.detectionAccuracy, row.precision, row.recall, row.f1].map { figure in
                Cell(figure.map { .number($0) } ?? .none)
            }
            return Table.Row(
                id: "\(model)/\(row.row)", kind: .paper,
                cells: [Cell(.text(model)), Cell(.text(row.row))] + figures
                    + [Cell(row.support.map { .count($0) } ?? .none), .none])
        }
    }
}
