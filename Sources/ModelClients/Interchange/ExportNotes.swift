public import EvaluationCore
internal import Foundation

/// What a format of other programs cannot say about a run: its plan, and which answers are missing or were refused.
///
/// Export writes it beside the answers, as `<file>.secucogen.json`, and import reads it there, so that a run that goes out and comes back
/// counts as it did.
public struct ExportNotes: Sendable, Hashable, Codable {
    public struct Refusal: Sendable, Hashable, Codable {
        public var key: AttemptKey
        public var reason: String

        public init(key: AttemptKey, reason: String) {
            self.key = key
            self.reason = reason
        }
    }

    public var label: String
    /// With the tasks that were written.
    public var plan: Plan
    /// Planned, and not made. Where a format needs something in their place, an empty text stands there.
    public var missing: [AttemptKey]
    public var refused: [Refusal]

    public init(label: String, plan: Plan, missing: [AttemptKey] = [], refused: [Refusal] = []) {
        self.label = label
        self.plan = plan
        self.missing = missing
        self.refused = refused
    }

    public static func path(beside answers: String) -> String {
        var path = answers
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path + ".secucogen.json"
    }

    /// - Returns: nil when nothing lies beside the answers.
    /// - Throws: `UserError` when it cannot be read.
    public init?(beside answers: String) throws {
        let path = Self.path(beside: answers)
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        do {
            self = try JSONDecoder().decode(Self.self, from: data)
        } catch {
            throw UserError(
                "\(path): has another form than `secucogen export` writes", remedy: "remove it, or export again")
        }
    }

    /// - Throws: `UserError` when it cannot be written.
    public func write(beside answers: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let path = Self.path(beside: answers)
        do {
            try encoder.encode(self).write(to: URL(fileURLWithPath: path))
        } catch {
            throw UserError("\(path): cannot be written", remedy: "choose a path in a folder that exists and is yours")
        }
    }

    /// What import makes of an answer of a format that holds an empty text for those that are missing or refused.
    func applied(to attempt: ImportedAttempt, key: AttemptKey) -> ImportedAttempt? {
        guard attempt.refusal == nil, attempt.text.isEmpty else { return attempt }
        if missing.contains(key) { return nil }
        guard let refusal = refused.first(where: { $0.key == key }) else { return attempt }
        var attempt = attempt
        attempt.refusal = refusal.reason
        return attempt
    }
}
