/// What servers mean, by the words that they use. Each list is of wordings that servers are known to send.
extension ServerMessage {
    /// That prompt and answer do not fit into the model's context.
    var saysPromptIsTooLong: Bool {
        let phrases = [
            // OpenAI, DeepSeek, OpenRouter, vLLM, SGLang
            "context_length_exceeded", "maximum context length", "context length", "context window", "contextwindow",
            "context limit",
            "maximum model length", "max_model_len",
            // llama.cpp
            "exceed_context_size", "context size", "input is too large to process",
            // TGI
            "tokens + `max_new_tokens` must be", "`inputs` must have less than", "tokens + max_new_tokens must be",
            "inputs must have less than",
            // Anthropic, Bedrock, Fireworks, Cohere
            "prompt is too long", "input is too long", "too many input tokens", "too many tokens", "prompt too long",
            "string_above_max_length",
            // Gemini, xAI, Mistral, TensorRT-LLM, LMDeploy
            "input token count", "maximum prompt length", "too large for model with", "max_seq_len", "max_input_len",
            "session_len", "maximum sequence length", "model_max_length",
        ]
        return phrases.contains { lowercased.contains($0) } || leavesNoTokens
    }

    /// "`max_tokens` must be at least 1, got -34": the limit that was sent is at least 1, so the server worked this one out
    /// from what the prompt leaves.
    private var leavesNoTokens: Bool {
        guard ["max_tokens", "max_new_tokens", "max_completion_tokens"].contains(where: { lowercased.contains($0) })
        else {
            return false
        }
        return lowercased.contains(#/(got|given|input|value|is|was|=|:)[ :=`'"]*(-\d+|0\b)/#)
    }

    /// A request that no waiting makes small enough for the rate that the account has.
    var saysRequestIsTooLarge: Bool {
        lowercased.contains("request too large") || lowercased.contains("must be reduced")
    }

    /// That a filter stopped prompt or answer; not that the account is in trouble, or that a parameter is unknown.
    var saysPromptIsFiltered: Bool {
        let phrases = [
            "content_filter", "content filter", "content_policy", "content policy", "content management policy",
            "moderation", "flagged", "safety", "unsafe", "responsible ai", "responsibleai", "data_inspection_failed",
            "inappropriate content", "prohibited_content", "prohibited content", "guardrail", "harmful", "jailbreak",
            "usage polic", "policy_violation", "policy violation", "content_blocked", "content blocked",
            "sensitive content", "acceptable use",
        ]
        let others = [
            "your account", "this account", "account has", "account is", "api key", "api_key", "apikey", "extra inputs",
            "unknown parameter", "unsupported parameter", "unrecognized", "unexpected keyword", "moderation endpoint",
        ]
        return phrases.contains { lowercased.contains($0) } && !others.contains { lowercased.contains($0) }
    }

    var saysQuotaIsGone: Bool {
        [
            "insufficient_quota", "insufficient quota", "exceeded your current quota", "insufficient balance",
            "credit balance",
        ]
        .contains { lowercased.contains($0) }
    }

    /// The status that the error's name means, where it has no number.
    var statusOfName: Int? {
        let names: [(String, Int)] = [
            ("insufficient_quota", 429), ("rate_limit", 429), ("ratelimit", 429), ("too many requests", 429),
            ("too_many_requests", 429), ("overloaded", 529), ("authentication", 401), ("invalid_api_key", 401),
            ("unauthorized", 401), ("permission", 403), ("forbidden", 403), ("not_found", 404), ("notfound", 404),
            ("does not exist", 404), ("invalid_request", 400), ("badrequest", 400), ("bad_request", 400),
            ("validation", 422),
        ]
        return names.first { lowercased.contains($0.0) }?.1
    }
}
