public import EvaluationCore
internal import Foundation

/// A dialogue that is kept in memory, for a task that is asked once.
public actor LiveDialogue: Dialogue {
    public private(set) var steps: [AttemptStep] = []
    private let model: any LanguageModel
    private let parameters: SamplingParameters
    private let tell: @Sendable (String) -> Void
    private var calls: UInt32 = 0

    /// - Parameter tell: gets a line when a step begins.
    public init(
        model: any LanguageModel, parameters: SamplingParameters, tell: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.model = model
        self.parameters = parameters
        self.tell = tell
    }

    /// No sample of the dataset: models that answer by heart have nothing to say to it.
    public static let key = AttemptKey(sample: SampleID("CWE-Own_01")!, task: .generate)

    public func ask(_ step: String, _ messages: [ChatMessage]) async throws -> ModelAnswer {
        tell("\(steps.count + 1). \(step): asking the model")
        var parameters = parameters
        parameters.seed &+= calls
        calls += 1
        let prompt = Prompt.chat(messages)
        do {
            let answer = try await model.answer(ModelRequest(key: Self.key, prompt: prompt, parameters: parameters))
            add(step, .answered(prompt, answer))
            return answer
        } catch let error as ModelError where error.kind == .unanswerable {
            add(step, .refused(prompt, reason: error.description))
            throw error
        }
    }

    public func use<Output: Codable & Sendable>(
        _ step: String, on input: String, _ tool: @Sendable () async throws -> Output
    ) async throws -> Output {
        tell("\(steps.count + 1). \(step)")
        let output = try await tool()
        add(step, .tool(input: input, output: String(decoding: try JSONEncoder().encode(output), as: UTF8.self)))
        return output
    }

    private func add(_ name: String, _ content: AttemptStep.Content) {
        steps.append(AttemptStep(number: steps.count, name: name, content: content))
    }
}
