public import EvaluationCore
internal import Foundation

/// A dialogue about a task of one's own. Its steps are kept by whoever leads it, and those of an earlier try are not made again.
public actor LiveDialogue: Dialogue {
    public private(set) var steps: [AttemptStep] = []
    private let model: any LanguageModel
    private let parameters: SamplingParameters
    private let keep: @Sendable ([AttemptStep]) throws -> Void
    private let tell: @Sendable (String) -> Void
    private var known: KnownSteps
    private var calls: UInt32 = 0

    /// - Parameters:
    ///   - known: the steps of an earlier try at the same task; those that are other ones now are made anew, with all that follow.
    ///   - keep: gets all steps after each new one.
    ///   - tell: gets a line when a step begins.
    public init(
        model: any LanguageModel, parameters: SamplingParameters, known: [AttemptStep] = [],
        keep: @escaping @Sendable ([AttemptStep]) throws -> Void = { _ in },
        tell: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.model = model
        self.parameters = parameters
        self.known = KnownSteps(known)
        self.keep = keep
        self.tell = tell
    }

    /// No sample of the dataset: models that answer by heart have nothing to say to it.
    public static let key = AttemptKey(sample: SampleID("CWE-Own_01")!, task: .generate)

    public func ask(_ step: String, _ messages: [ChatMessage]) async throws -> ModelAnswer {
        var parameters = parameters
        parameters.seed &+= calls
        calls += 1
        let prompt = Prompt.chat(messages)
        if let step = known.take(step, asking: prompt) {
            steps.append(step)
            return try step.content.modelAnswer()
        }
        tell("\(steps.count + 1). \(step): asking the model")
        do {
            let answer = try await model.answer(ModelRequest(key: Self.key, prompt: prompt, parameters: parameters))
            try add(step, .answered(prompt, answer))
            return answer
        } catch let error as ModelError where error.kind == .unanswerable {
            try add(step, .refused(prompt, reason: Refusal(error.refusal, error.description).description))
            throw error
        }
    }

    public func use<Output: Codable & Sendable>(
        _ step: String, on input: String, _ tool: @Sendable () async throws -> Output
    ) async throws -> Output {
        if let step = known.take(step, on: input), case .tool(_, let output) = step.content {
            steps.append(step)
            return try JSONDecoder().decode(Output.self, from: Data(output.utf8))
        }
        tell("\(steps.count + 1). \(step)")
        let output = try await tool()
        try add(step, .tool(input: input, output: String(decoding: try JSONEncoder().encode(output), as: UTF8.self)))
        return output
    }

    private func add(_ name: String, _ content: AttemptStep.Content) throws {
        steps.append(AttemptStep(number: steps.count, name: name, content: content))
        try keep(steps)
    }
}
