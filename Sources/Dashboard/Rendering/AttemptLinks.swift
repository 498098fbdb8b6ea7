public import Reports

/// Links from a report into pages that `view --bundle` wrote of the same runs, in the same order.
public struct AttemptLinks: Sendable {
    private let links: Links

    /// - Parameter pages: folder or address of the pages, as a link from the report.
    public init(pages: String) {
        links = Links(root: pages.hasSuffix("/") ? pages : pages + "/")
    }

    /// The list of the attempts behind a figure.
    public func address(_ trace: Trace, _ study: Study) -> String {
        links.attempts(AttemptFilter(trace, in: study))
    }
}
