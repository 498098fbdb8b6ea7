import EvaluationCore

/// Table 6 of the paper: generation and repair for each weakness type, a block of rows for each run.
public struct TypeTable: ReportTable {
    public let id = "table6"
    public let summary = "CodeBLEU@2 and SEC@2 for each weakness type in generation and repair"

    public init() {}

    private let tasks: [(task: PromptTask, heading: String)] = [
        (.generate, "Generation"), (.generateAware, "Generation, CWE-aware"),
        (.repair, "Repair"), (.repairExplained, "Repair, explained"),
    ]

    public func make(_ study: Study) -> Table {
        let runs = study.runOrder.filter { run in tasks.contains { study.runs[run].plan.tasks.contains($0.task) } }
        // With one attempt there is no best of two.
        let k = min(2, runs.map { study.runs[$0].plan.attempts }.max() ?? 2)
        var columns: [Table.Column] = [.init("model", "Model"), .init("type", "Type")]
        for (task, heading) in tasks {
            columns.append(
                .init("\(task.rawValue).codebleu@\(k)", "CoB@\(k)", group: heading, format: .decimals(2)))
            columns.append(.init("\(task.rawValue).sec@\(k)", "SEC@\(k)", group: heading, format: .decimals(4)))
            if study.people != nil {
                columns.append(
                    .init("\(task.rawValue).people-sec@\(k)", "people", group: heading, format: .decimals(4)))
            }
        }
        var table = Table(
            id: id, title: "Table 6: Generation and repair by weakness type", columns: columns,
            notes: study.notes(aboutVerdicts: true) + ["CoB: CodeBLEU. CWE-Aur: the merged type about authorization."],
            charts: [
                .init(
                    title: "SEC@\(k) by weakness type", labels: ["model", "type"],
                    values: tasks.map { "\($0.task.rawValue).sec@\(k)" }, scale: .share),
                .init(
                    title: "CodeBLEU@\(k) by weakness type", labels: ["model", "type"],
                    values: tasks.map { "\($0.task.rawValue).codebleu@\(k)" }, scale: .codeBLEU),
            ])
        table.rows = runs.flatMap { rows(study, run: $0, k: k) }
        if k == 2, !table.rows.isEmpty, let paper = study.options.paper {
            table.rows += paperRows(study, paper)
            table.notes.append(
                "The average that the paper prints for SEC@2 of repair, 0.4556, is not that of its rows, 0.4000.")
        }
        return table
    }

    private func rows(_ study: Study, run: Int, k: Int) -> [Table.Row] {
        let parts = tasks.map { CodeRow(study, run: run, task: $0.task) }
        let types = study.inOrder(Set(study.runs[run].plan.samples.map(\.type)))
        func row(_ type: WeaknessType.ID?) -> Table.Row {
            let name = type?.description ?? "Avg"
            let figures = parts.flatMap { part in
                measures(study, k).map { part?.cell($0, type: type) ?? .none }
            }
            let cell = Cell(.text(study.names[run]), notes: unique(parts.compactMap { $0?.nameCell().notes }.joined()))
            return Table.Row(
                id: "\(study.names[run])/\(name)", kind: type == nil ? .average : study.kind(ofRun: run),
                cells: [cell, Cell(.text(name))] + figures)
        }
        return types.map { row($0) } + [row(nil)]
    }

    private func measures(_ study: Study, _ k: Int) -> [CodeMeasure] {
        [.codeBLEU(k: k), .secure(k: k)] + (study.people == nil ? [] : [.secureByPeople(k: k)])
    }

    private func paperRows(_ study: Study, _ paper: PaperFigures) -> [Table.Row] {
        let unknown = study.people == nil ? [] : [Cell.none]
        var types: [WeaknessType.ID?] = []
        for row in paper.typeRows where !types.contains(row.type) { types.append(row.type) }
        let model = "\(paper.detailedModel) (paper)"
        return (types + [nil]).map { type in
            let name = type?.description ?? "Avg"
            let figures = tasks.flatMap { task, _ -> [Cell] in
                let rows = type == nil ? paper.typeAverages : paper.typeRows
                guard let row = rows.first(where: { $0.task == task && $0.type == type }) else {
                    return [.none, .none] + unknown
                }
                return [Cell(.number(row.codeBLEUAt2)), Cell(.number(row.secAt2))] + unknown
            }
            return Table.Row(
                id: "\(model)/\(name)", kind: .paper, cells: [Cell(.text(model)), Cell(.text(name))] + figures)
        }
    }
}
