import EvaluationCore
import Foundation

/// What `secucogen run` prints: each run and task in one line, models before controls.
public struct OverviewTable: ReportTable {
    public let id = "overview"
    public let summary = "SEC@1, the share of each verdict and CodeBLEU@1 for every run and task"

    public init() {}

    public func make(_ study: Study) -> Table {
        var table = Table(
            id: id, title: "Security and correctness of the code",
            columns: [
                .init("model", "Model"), .init("task", "Task"),
                .init("samples", "n", format: .count), .init("attempts", "k", format: .count),
                .init("sec@1", "SEC@1", format: .decimals(3), isMain: true),
            ],
            notes: ["n: samples. k: attempts at each."] + study.notes(aboutVerdicts: true),
            charts: [
                .init(
                    title: "SEC@1 (95 % interval)", labels: ["model", "task"], values: ["sec@1"], scale: .share),
                .init(
                    title: "Verdicts, as shares of attempts (95 % interval of secure)", labels: ["model", "task"],
                    values: verdicts.map(\.rawValue), scale: .share, isStacked: true),
                .init(
                    title: "CodeBLEU@1 (95 % interval)", labels: ["model", "task"], values: ["codebleu@1"],
                    scale: .codeBLEU),
            ])
        table.columns += verdicts.map {
            Table.Column(
                $0.rawValue, $0.rawValue.capitalized, group: "Share of attempts", format: .decimals(3), verdict: $0)
        }
        table.columns.append(.init("codebleu@1", "CodeBLEU@1", format: .decimals(2)))
        table.rows = study.rows(PromptTask.allCases.filter(\.yieldsCode)) { run, task in
            CodeRow(study, run: run, task: task).map(row)
        }
        return table
    }

    private var verdicts: [Verdict.Kind] { [.secure, .insecure, .incorrect, .inconclusive] }

    private func row(_ row: CodeRow) -> Table.Row {
        let counts: [Cell] = [row.outcomes.samples.count, row.outcomes.attempts].map { Cell(.count($0)) }
        return Table.Row(
            id: "\(row.study.names[row.run])/\(row.task.rawValue)", kind: row.kind,
            cells: [row.nameCell(), Cell(.text(row.task.rawValue))] + counts + [row.cell(.secure(k: 1))]
                + verdicts.map { row.cell(.rate($0)) } + [row.cell(.codeBLEU(k: 1))])
    }
}
