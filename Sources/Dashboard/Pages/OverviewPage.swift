import EvaluationCore
import Reports

/// The tables and charts of the report; every figure leads to the attempts behind it.
struct OverviewPage: Page {
    func content(_ request: Site.Request) throws -> PageContent? {
        guard request.path == "index.html" else { return nil }
        let study = request.study
        let tables = try study.tables()
        return PageContent(
            title: study.names.joined(separator: ", "), section: .overview, template: "overview",
            values: [
                "runs": study.runs.indices.map { run(at: $0, request) },
                "tables": tables.map { table -> [String: Any] in
                    [
                        "id": table.id, "title": table.title,
                        "table": TableMarkup(request).markup(table),
                        "charts": table.charts.compactMap { $0.figure(of: table) }.map { Markup(html: $0) },
                    ]
                },
            ])
    }

    private func run(at index: Int, _ request: Site.Request) -> [String: Any] {
        let results = request.study.runs[index]
        let rows = request.snapshot.rows[index]
        let missing = rows.count { $0.judged == "missing" }
        let unscored = rows.count { $0.judged == "not scored" }
        let refused = results.attempts.count { $0.refusal != nil }
        var state = "\(rows.count - missing) of \(rows.count) attempts"
        if missing > 0 { state += ", \(missing) missing" }
        if unscored > 0 { state += ", \(unscored) not scored" }
        if refused > 0 { state += ", \(refused) refused" }
        var filter = AttemptFilter()
        filter.run = index
        return [
            "name": request.study.names[index], "model": results.plan.model, "path": results.path, "state": state,
            "tasks": results.plan.tasks.map(\.rawValue).joined(separator: ", "),
            "address": request.links.attempts(filter), "verdicts": VerdictBar(rows).markup,
        ]
    }
}
