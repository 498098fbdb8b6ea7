/// Turns tables into text.
///
/// Names in a table come from users and models and may hold anything: an implementation escapes them for its format,
/// and passes the contract test in `Tests/ReportsTests/Rendering`.
public protocol TableRenderer: Sendable {
    func render(_ tables: [Table], of study: Study) -> String
}

/// What `--format` takes.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    case terminal, markdown, csv, json, latex, html

    /// - Parameters:
    ///   - width: columns of the terminal.
    ///   - palette: its colours.
    public func renderer(width: Int = 120, palette: Palette = .plain) -> any TableRenderer {
        switch self {
        case .terminal: TerminalRenderer(width: width, palette: palette)
        case .markdown: MarkdownRenderer()
        case .csv: CSVRenderer()
        case .json: JSONRenderer()
        case .latex: LaTeXRenderer()
        case .html: HTMLRenderer()
        }
    }
}
