import EvaluationCore

/// The form of Tables 2 to 5 of the paper: for every run CodeBLEU@k and SEC@k, and beside them the unbiased estimate.
struct CodeTable {
    var id: String
    var title: String
    /// The first is the table's own; the rows of others say which they are.
    var tasks: [(task: PromptTask, suffix: String)]

    func make(_ study: Study) -> Table {
        let runs = study.runs.indices.filter { run in tasks.contains { study.runs[run].plan.tasks.contains($0.task) } }
        let attempts = runs.map { study.runs[$0].plan.attempts }.max() ?? 1
        let similarities = ks(atLeast: 5, attempts)
        let securities = ks(atLeast: 2, attempts)
        let unbiased = attempts > 1 ? ks(atLeast: 1, attempts) : []
        let byPeople = study.people == nil ? [] : Array(1...min(2, attempts))
        let columns =
            [Table.Column("model", "Model")]
            + similarities.map { .init("codebleu@\($0)", "k=\($0)", group: "CodeBLEU@k", format: .decimals(2)) }
            + securities.map {
                .init("sec@\($0)", "k=\($0)", group: "SEC@k", format: .decimals(4), isMain: $0 == 1)
            }
            + unbiased.map { .init("unbiased-sec@\($0)", "k=\($0)", group: "SEC@k, unbiased", format: .decimals(4)) }
            + byPeople.map { .init("people-sec@\($0)", "k=\($0)", group: "SEC@k by people", format: .decimals(4)) }
            + byPeople.map {
                .init("checks-sec@\($0)", "k=\($0)", group: "by the checks, same programs", format: .decimals(4))
            }
        let measures =
            similarities.map { CodeMeasure.codeBLEU(k: $0) } + securities.map { .secure(k: $0) }
            + unbiased.map { .secureUnbiased(k: $0) } + byPeople.map { .secureByPeople(k: $0) }
            + byPeople.map { .secureWherePeopleJudged(k: $0) }
        let rows = study.rows(tasks.map(\.task)) { run, task in
            CodeRow(study, run: run, task: task).map { row in
                let name = study.names[run] + suffix(of: task)
                return Table.Row(id: name, kind: row.kind, cells: [row.nameCell(name)] + measures.map { row.cell($0) })
            }
        }
        return Table(
            id: id, title: title, columns: columns, rows: rows + paperRows(study, measures),
            notes: study.notes(aboutVerdicts: true),
            charts: [
                .init(
                    title: "SEC@k (95 % interval)", labels: ["model"], values: securities.map { "sec@\($0)" },
                    scale: .share),
                .init(
                    title: "CodeBLEU@k (95 % interval)", labels: ["model"],
                    values: ["codebleu@1"] + (attempts > 1 ? ["codebleu@\(min(attempts, 5))"] : []),
                    scale: .codeBLEU),
            ])
    }

    private func suffix(of task: PromptTask) -> String {
        tasks.first { $0.task == task }?.suffix ?? ""
    }

    private func paperRows(_ study: Study, _ measures: [CodeMeasure]) -> [Table.Row] {
        guard let paper = study.options.paper else { return [] }
        return tasks.flatMap { task, suffix in
            paper.codeRows.filter { $0.task == task }.map { row in
                let name = "\(row.model)\(suffix) (paper)"
                let cells = measures.map { measure -> Cell in
                    switch measure {
                    case .codeBLEU(let k) where k <= row.codeBLEU.count: Cell(.number(row.codeBLEU[k - 1]))
                    case .secure(let k) where k <= row.sec.count: Cell(.number(row.sec[k - 1]))
                    default: .none
                    }
                }
                return Table.Row(id: name, kind: .paper, cells: [Cell(.text(name))] + cells)
            }
        }
    }
}

/// 1 to 5, or to fewer if there are fewer attempts, and the number of attempts if that is more.
private func ks(atLeast least: Int, _ attempts: Int) -> [Int] {
    Array(1...min(max(least, attempts), 5)) + (attempts > 5 ? [attempts] : [])
}
