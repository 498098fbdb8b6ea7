/// How a base model wants a gap to be marked. Data: a new family is one more entry of `builtIn`.
public struct InfillTemplate: Sendable, Hashable, Codable {
    public var name: String
    /// Model names that contain one of these, in lower case, use the template unless another is chosen.
    public var families: [String]
    /// `{prefix}` and `{suffix}` stand for the text around the gap.
    public var pattern: String
    /// Strings at which the filling ends.
    public var stop: [String]

    public static let builtIn: [InfillTemplate] = [
        // https://huggingface.co/facebook/incoder-1B
        InfillTemplate(
            name: "incoder", families: ["incoder"],
            pattern: "{prefix}<|mask:0|>{suffix}<|mask:1|><|mask:0|>", stop: ["<|endofmask|>"]),
        // https://huggingface.co/bigcode/starcoder, starcoder2 and granite-code keep it
        InfillTemplate(
            name: "starcoder", families: ["starcoder", "starcoderbase", "granite"],
            pattern: "<fim_prefix>{prefix}<fim_suffix>{suffix}<fim_middle>",
            stop: ["<|endoftext|>", "<file_sep>", "<fim_prefix>"]),
        // https://huggingface.co/bigcode/santacoder
        InfillTemplate(
            name: "santacoder", families: ["santacoder"],
            pattern: "<fim-prefix>{prefix}<fim-suffix>{suffix}<fim-middle>", stop: ["<|endoftext|>"]),
        // https://huggingface.co/codellama/CodeLlama-7b-hf
        InfillTemplate(
            name: "codellama", families: ["codellama", "code-llama"],
            pattern: "<PRE> {prefix} <SUF>{suffix} <MID>", stop: ["<EOT>"]),
        // https://huggingface.co/deepseek-ai/deepseek-coder-6.7b-base
        InfillTemplate(
            name: "deepseek-coder", families: ["deepseek"],
            pattern: "<｜fim▁begin｜>{prefix}<｜fim▁hole｜>{suffix}<｜fim▁end｜>", stop: ["<｜end▁of▁sentence｜>"]),
        // https://huggingface.co/Qwen/Qwen2.5-Coder-7B
        InfillTemplate(
            name: "qwen-coder", families: ["qwen"],
            pattern: "<|fim_prefix|>{prefix}<|fim_suffix|>{suffix}<|fim_middle|>",
            stop: ["<|endoftext|>", "<|file_sep|>", "<|fim_pad|>"]),
    ]

    static var names: String { builtIn.map(\.name).joined(separator: ", ") }

    package static func suiting(_ model: String) -> InfillTemplate? {
        let model = model.lowercased()
        return builtIn.first { $0.families.contains { model.contains($0) } }
    }

    package func fill(prefix: String, suffix: String) -> String {
        // Split first: the code itself may hold braces and placeholders.
        pattern.components(around: "{prefix}", "{suffix}").reduce(into: "") { text, part in
            switch part {
            case .literal(let literal): text += literal
            case .first: text += prefix
            case .second: text += suffix
            }
        }
    }
}

private enum PatternPart {
    case literal(Substring)
    case first, second
}

extension String {
    fileprivate func components(around first: String, _ second: String) -> [PatternPart] {
        guard let opening = firstRange(of: first), let closing = self[opening.upperBound...].firstRange(of: second)
        else { return [.literal(self[...])] }
        return [
            .literal(self[..<opening.lowerBound]), .first,
            .literal(self[opening.upperBound..<closing.lowerBound]), .second,
            .literal(self[closing.upperBound...]),
        ]
    }
}
