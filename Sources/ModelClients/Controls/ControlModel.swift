internal import EvaluationCore

/// A built-in answerer with no model, whose results are known beforehand: it shows that the measurement is right.
struct ControlModel: LanguageModel {
    enum Behaviour: String, CaseIterable {
        /// The dataset's Secure Code, and the truth about code.
        case secure
        /// The dataset's Insecure Code, and the contrary of the truth.
        case insecure
        /// Code whose entry points raise `NotImplementedError`.
        case refuse
        /// Words without code.
        case none
    }

    let behaviour: Behaviour
    let samples: [SampleID: Sample]

    var identity: ModelIdentity { ModelIdentity(model: "control/\(behaviour.rawValue)") }

    func answer(_ request: ModelRequest) async throws -> ModelAnswer {
        guard let sample = samples[request.key.sample] else {
            throw ModelError(.misconfigured, "\(identity.model) was not given the sample \(request.key.sample)")
        }
        return ModelAnswer(text: text(for: request.key, sample: sample), usage: TokenUsage(input: 0, output: 0))
    }

    private func text(for key: AttemptKey, sample: Sample) -> String {
        switch (behaviour, key.task) {
        case (.refuse, .detect), (.refuse, .classify): "I would rather not judge this code."
        case (.none, _): "There is nothing that I could say about this."
        case (_, .detect): (key.subject == .secure) == (behaviour == .secure) ? "secure" : "insecure"
        case (.secure, .classify): sample.type.description
        case (.insecure, .classify): anotherType(than: sample.type)
        case (.secure, _): Self.fenced(sample.secureCode)
        case (.insecure, _): Self.fenced(sample.insecureCode)
        case (.refuse, _): Self.fenced(sample.entryPoints.map(Self.refusal).joined(separator: "\n\n"))
        }
    }

    /// The next type of those that `classify` asks about; a type that no prompt lists when there is only one.
    private func anotherType(than type: WeaknessType.ID) -> String {
        let types = Set(samples.keys.map(\.type)).subtracting([.merged]).sorted()
        return (types.first { $0 > type } ?? types.first { $0 != type })?.description ?? "CWE-1000"
    }

    private static func fenced(_ code: String) -> String {
        "```python\n\(code)\(code.hasSuffix("\n") ? "" : "\n")```\n"
    }

    private static func refusal(_ entry: EntryPoint) -> String {
        if entry.signature.hasPrefix("class ") {
            return """
                class \(entry.name):
                    def __init__(self, *arguments, **options):
                        raise NotImplementedError
                """
        }
        let keyword = entry.signature.hasPrefix("async ") ? "async def" : "def"
        return """
            \(keyword) \(entry.name)(*arguments, **options):
                raise NotImplementedError
            """
    }
}
