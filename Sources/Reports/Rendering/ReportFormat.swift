/// Turns tables into text.
///
/// Names in a table come from users and models and may hold anything: an implementation escapes them for its format, and passes
/// the contract test in `Tests/ReportsTests/Rendering`.
public protocol TableRenderer: Sendable {
    func render(_ tables: [Table], of study: Study) -> String
}

public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    case terminal, markdown
}
