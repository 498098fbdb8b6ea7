public import Foundation

/// What one reader says of a draft: the paper's five questions (section 2.1.2), answered and signed.
public struct DraftReading: Sendable, Hashable, Codable {
    public struct Answer: Sendable, Hashable, Codable {
        public var holds: Bool
        public var note: String?

        public init(holds: Bool, note: String? = nil) {
            self.holds = holds
            self.note = note
        }
    }

    public var reader: String
    public var date: Date
    /// Of the files that were read (SHA-256): a draft that is changed has to be read again.
    public var digest: String
    /// One for each of `questions`.
    public var answers: [Answer]

    public init(reader: String, date: Date, digest: String, answers: [Answer]) {
        self.reader = reader
        self.date = date
        self.digest = digest
        self.answers = answers
    }

    public static let questions = [
        "The Problem is clear, of moderate complexity, and unlike any other.",
        "The insecure code has the weakness, and the explanation says clearly what is wrong with it.",
        "The secure code withstands what the explanation tells of, and does it well.",
        "The CWE-aware Problem names the weakness, and says completely what must hold.",
        "All examples are right, and the checks ask for nothing that the Problem does not say.",
    ]

    public var agrees: Bool { answers.count == Self.questions.count && answers.allSatisfy(\.holds) }

    /// Numbers of the questions that are answered with no, from 1.
    public var objections: [Int] {
        Self.questions.indices.filter { $0 >= answers.count || !answers[$0].holds }.map { $0 + 1 }
    }
}
