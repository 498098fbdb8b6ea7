/// A piece of a model's text that is not part of the code that was judged, and why.
public struct RemovedText: Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
        /// What the model thought before it answered.
        case thinking
        /// A token of a chat template, or what follows the end of the answer.
        case token
        /// Words, fences and marks around the code.
        case words
        /// Code of another draft, or in another language.
        case otherDraft = "other-draft"
        /// Code that no entry point reaches: it shows, tests or starts the solution.
        case notReached = "not-reached"
        /// Characters that nobody sees, which Python does not read.
        case invisible
        /// What lies beyond the length that is read.
        case tooLong = "too-long"
    }

    public var text: String
    public var reason: Reason

    public init(_ text: String, _ reason: Reason) {
        self.text = text
        self.reason = reason
    }
}

extension RemovedText: Codable {
    private enum CodingKeys: String, CodingKey {
        case text, reason
    }

    /// Run files of earlier versions hold the text alone.
    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(text, .words)
        } else {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                try container.decode(String.self, forKey: .text), try container.decode(Reason.self, forKey: .reason))
        }
    }
}
