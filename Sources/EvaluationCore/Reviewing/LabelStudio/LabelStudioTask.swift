/// A program to judge as Label Studio imports and exports it, with what was said of it as annotations.
///
/// Source: https://labelstud.io/guide/task_format
public struct LabelStudioTask: Sendable, Hashable, Codable {
    /// What the annotator is shown, and the item to know it again.
    public struct Shown: Sendable, Hashable, Codable {
        public var item: ReviewItem.ID
        public var sample: String?
        public var weaknesses: String?
        /// With what has to be guarded against.
        public var problemAware: String?
        public var code: String

        private enum CodingKeys: String, CodingKey {
            case item, sample, weaknesses
            case problemAware = "problem_aware"
            case code
        }
    }

    public struct Annotation: Sendable, Hashable, Codable {
        public var result: [Result]
        /// Nil in what is written: Label Studio takes the number of one of its own users alone.
        public var completedBy: Annotator?
        /// The annotator skipped the task.
        public var wasCancelled: Bool?
        /// In seconds.
        public var leadTime: Double?
        /// ISO 8601 in UTC, so that later ones sort behind.
        public var updatedAt: String?

        private enum CodingKeys: String, CodingKey {
            case result
            case completedBy = "completed_by"
            case wasCancelled = "was_cancelled"
            case leadTime = "lead_time"
            case updatedAt = "updated_at"
        }
    }

    /// A user of Label Studio: a number, or with their mail address in exports that name users.
    public struct Annotator: Sendable, Hashable, Codable {
        public var number: Int?
        public var email: String?

        public init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                self.number = number
            } else if let email = try? value.decode(String.self) {
                self.email = email
            } else {
                let named = try Named(from: decoder)
                (number, email) = (named.id, named.email)
            }
        }

        public func encode(to encoder: any Encoder) throws { try Named(id: number, email: email).encode(to: encoder) }

        private struct Named: Codable {
            var id: Int?
            var email: String?
        }

        /// As a person would name them.
        public var title: String { email ?? number.map { "\($0)" } ?? "?" }

        public func isNamed(_ name: String) -> Bool { name == email || name == number.map { "\($0)" } }
    }

    /// The answer to one question of the labelling configuration.
    public struct Result: Sendable, Hashable, Codable {
        public var id: String?
        public var fromName: String
        public var toName: String?
        public var type: String?
        public var value: Value

        private enum CodingKeys: String, CodingKey {
            case id
            case fromName = "from_name"
            case toName = "to_name"
            case type, value
        }
    }

    public struct Value: Sendable, Hashable, Codable {
        public var choices: [String]?
        public var rating: Int?
        public var text: Texts?
        /// In UTF-16 code units of the code, as a browser counts.
        public var start: Int?
        public var end: Int?
        public var labels: [String]?
    }

    /// One text or several, as the kind of question has it.
    public struct Texts: Sendable, Hashable, Codable {
        public var all: [String]

        public init(_ all: [String]) { self.all = all }

        public init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let one = try? value.decode(String.self) { all = [one] } else { all = try value.decode([String].self) }
        }

        public func encode(to encoder: any Encoder) throws { try all.encode(to: encoder) }
    }

    public var id: Int?
    public var data: Shown
    public var annotations: [Annotation]?
}
