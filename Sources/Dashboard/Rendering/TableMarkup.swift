import EvaluationCore
import Reports

/// A table of the report whose figures are links to the attempts behind them.
struct TableMarkup {
    private let study: Study
    private let links: Links

    init(_ request: Site.Request) {
        study = request.study
        links = request.links
    }

    func markup(_ table: Table) -> Markup {
        Markup(
            html: htmlTable(table) { trace, _ in links.attempts(AttemptFilter(trace, in: study)) })
    }
}
