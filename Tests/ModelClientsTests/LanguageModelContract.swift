import EvaluationCore
import Testing

/// What every `LanguageModel` has to keep, whatever is behind it.
func checkContract(_ model: any LanguageModel, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    // It has a name of the form that --model takes, and says nothing secret of itself.
    #expect(model.identity.model.contains { $0 == "/" || $0 == ":" }, sourceLocation: sourceLocation)
    #expect(!model.identity.details.values.contains { $0.contains("sk-") }, sourceLocation: sourceLocation)

    let form: Prompt? = model.identity.form == .completion ? .completion("def f(x):\n", stop: []) : nil
    let request = ModelRequest.fixture(prompt: form, maxTokens: 16, temperature: 0)

    // The same request gives the same answer, with sensible measurements.
    let first = try await model.answer(request)
    let second = try await model.answer(request)
    #expect(first.text == second.text, sourceLocation: sourceLocation)
    #expect(first.latency >= 0 && first.retries >= 0, sourceLocation: sourceLocation)
    #expect((first.usage.output ?? 0) >= 0, sourceLocation: sourceLocation)

    // Many requests at once are each answered.
    let answers = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<6 { group.addTask { try await model.answer(request).text } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(answers == [first.text], sourceLocation: sourceLocation)

    // A cancelled task is told so, or was answered before it was cancelled; nothing else.
    let cancelled = Task { try await model.answer(request) }
    cancelled.cancel()
    switch await cancelled.result {
    case .success(let answer): #expect(answer.text == first.text, sourceLocation: sourceLocation)
    case .failure(let error): #expect(error is CancellationError, "\(error)", sourceLocation: sourceLocation)
    }

    // And it still answers afterwards.
    #expect(try await model.answer(request).text == first.text, sourceLocation: sourceLocation)
}
