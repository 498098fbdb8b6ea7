public import EvaluationCore

/// Colours and weights of text on a terminal, or none of them.
///
/// It takes text that is harmless already, and is the last to touch it: what it adds has no width on the screen, but
/// counts as characters.
public enum Palette: Sendable, Hashable {
    /// Text as it is, for files, pipes, and people who want no colour.
    case plain
    /// Escape sequences of ECMA-48.
    case ansi

    public enum Role: Sendable, Hashable, CaseIterable {
        case good, bad, middling, faint, strong
    }

    /// Colours go to a terminal alone, and not to one that has none or whose user wants none (https://no-color.org).
    ///
    /// - Parameter environment: of the process; `NO_COLOR` that is empty counts as unset.
    public init(isTerminal: Bool, environment: [String: String]) {
        let isUnwanted = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        self = isTerminal && !isUnwanted && environment["TERM"] != "dumb" ? .ansi : .plain
    }

    public func painted(_ text: String, _ role: Role) -> String {
        guard self == .ansi, !text.isEmpty else { return text }
        return "\u{1B}[\(role.code)m\(text)\u{1B}[0m"
    }

    /// - Parameter verdict: nil leaves the text as it is.
    public func painted(_ text: String, as verdict: Verdict.Kind?) -> String {
        verdict.map { painted(text, Role($0)) } ?? text
    }
}

extension Palette.Role {
    public init(_ verdict: Verdict.Kind) {
        self =
            switch verdict {
            case .secure: .good
            case .insecure: .bad
            case .incorrect: .middling
            case .inconclusive, .harnessError: .faint
            }
    }

    /// Of "select graphic rendition".
    fileprivate var code: Int {
        switch self {
        case .good: 32
        case .bad: 31
        case .middling: 33
        case .faint: 2
        case .strong: 1
        }
    }
}
