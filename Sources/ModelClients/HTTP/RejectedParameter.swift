/// A parameter that a server's complaint is about, and what helps.
package enum RejectedParameter: String, Sendable, Hashable, CaseIterable {
    case maxCompletionTokens = "max_completion_tokens"
    case maxTokens = "max_tokens"
    case temperature
    case topP = "top_p"
    case seed
    case stop
    case systemRole = "system"
    case form

    /// The parameter that words such as `Unsupported parameter: 'seed'` or `body.seed: Extra inputs are not permitted` name first.
    init?(in words: ServerMessage) {
        let text = words.lowercased
        if let named = words.parameter.flatMap({ name in Self.allCases.first { $0.rawValue == name } }) {
            self = named
            return
        }
        let places = Self.allCases.compactMap { parameter -> (String.Index, RejectedParameter)? in
            let names = parameter.names.compactMap { text.firstRange(of: $0)?.lowerBound }
            return names.min().map { ($0, parameter) }
        }
        guard let first = places.min(by: { $0.0 < $1.0 }) else { return nil }
        self = first.1
    }

    private var names: [String] {
        switch self {
        case .maxCompletionTokens: ["max_completion_tokens"]
        case .maxTokens: ["max_tokens", "max_new_tokens", "max tokens"]
        case .temperature: ["temperature"]
        case .topP: ["top_p", "top-p"]
        case .seed: ["seed"]
        case .stop:
            ["stop sequence", "stop_sequences", "'stop'", "\"stop\"", "`stop`", "body.stop", "stop words", " stop "]
        case .systemRole: ["system role", "'system'", "system message", "role system", "roles must alternate"]
        case .form: ["chat template", "messages", "prompt"]
        }
    }

    var remedy: String {
        switch self {
        case .maxCompletionTokens, .maxTokens:
            "give another --max-tokens; a server that wants 'max_completion_tokens' is reached as openai/<model> with --base-url"
        case .temperature: "leave --temperature out, or give another"
        case .topP: "leave --top-p out, or give another"
        case .seed: "give --no-seed"
        case .stop: "the server does not take stop sequences; give --prompt-form chat"
        case .systemRole: "leave --system-prompt out"
        case .form: "give another --prompt-form"
        }
    }
}
