/// What is sent to a model.
public enum Prompt: Sendable, Hashable, Codable {
    case chat([ChatMessage])
    /// For base models: the text to go on from, and strings at which to stop.
    case completion(String, stop: [String])
    /// For base models that were trained to fill a gap.
    case infill(prefix: String, suffix: String, stop: [String])
}

public struct ChatMessage: Sendable, Hashable, Codable {
    public enum Role: String, Sendable, Hashable, Codable {
        case system, user, assistant
    }

    public var role: Role
    public var content: String

    public init(role: Role, content: String) {
        self.role = role
        self.content = content
    }
}

/// Which form of prompt a model wants.
public enum PromptForm: String, Sendable, Hashable, Codable, CaseIterable {
    case chat, completion, infill
}
