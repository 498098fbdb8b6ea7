internal import EvaluationCore

/// A dialogue whose steps are recorded as they are made, and come from the record where they are known.
///
/// Each call is reserved in the run's account before it is made and settled afterwards, so that a budget holds in the middle of
/// a dialogue, too.
actor RecordedDialogue: Dialogue {
    /// The budget does not allow the next call. What was made until then is durable.
    struct OutOfBudget: Error {}

    private let request: ModelRequest
    private let evaluation: Evaluation
    private let course: Course
    private var known: KnownSteps
    private var next = 0
    private var calls: UInt32 = 0
    /// What the course has put by for this dialogue and nobody has used up yet.
    private(set) var reserved: TokenCount
    private var answers: [ModelAnswer] = []

    /// - Parameter known: the steps of an earlier command, in their order.
    init(_ question: Course.Question, known: [AttemptStep], evaluation: Evaluation, course: Course) {
        request = question.request
        reserved = question.reserved
        self.known = KnownSteps(known)
        self.evaluation = evaluation
        self.course = course
    }

    func ask(_ step: String, _ messages: [ChatMessage]) async throws -> ModelAnswer {
        let prompt = Prompt.chat(messages)
        var parameters = request.parameters
        // The first call is the plain attempt's; every other one draws anew.
        parameters.seed &+= calls &* Self.stride
        calls += 1
        if let step = known.take(step, asking: prompt) {
            next += 1
            return try taken(step.content)
        }
        let content = try await call(ModelRequest(key: request.key, prompt: prompt, parameters: parameters))
        try await record(step, content)
        return try taken(content)
    }

    func use<Output: Codable & Sendable>(
        _ step: String, on input: String, _ tool: @Sendable () async throws -> Output
    ) async throws -> Output {
        if let step = known.take(step, on: input), case .tool(_, let output) = step.content {
            next += 1
            return try StepCoding.value(Output.self, output)
        }
        let value = try await tool()
        try await record(step, .tool(input: input, output: try StepCoding.text(value)))
        return value
    }

    /// The attempt's answer: the one that was chosen, with what all calls together used up.
    func whole(_ chosen: ModelAnswer) -> ModelAnswer {
        func sum(_ counts: [Int?]) -> Int? {
            counts.reduce(0) { total, count in total.flatMap { total in count.map { total + $0 } } }
        }
        var answer = chosen
        answer.usage = TokenUsage(
            input: sum(answers.map(\.usage.input)), output: sum(answers.map(\.usage.output)))
        answer.latency = answers.reduce(0) { $0 + $1.latency }
        answer.retries = answers.reduce(0) { $0 + $1.retries }
        return answer
    }

    private static let stride: UInt32 = 1_000_003

    private func taken(_ content: AttemptStep.Content) throws -> ModelAnswer {
        let answer = try content.modelAnswer()
        answers.append(answer)
        return answer
    }

    private func call(_ request: ModelRequest) async throws -> AttemptStep.Content {
        let most = TokenCount(input: request.prompt.estimatedTokens, output: request.parameters.maxTokens)
        guard course.reserve(most, inPlaceOf: reserved) else { throw OutOfBudget() }
        reserved = most
        do {
            let answer = try await evaluation.model.answer(request)
            settle(answer.used(atMost: most))
            return .answered(request.prompt, answer)
        } catch let error as ModelError where error.kind == .unanswerable {
            settle(TokenCount())
            return .refused(request.prompt, reason: Refusal(error.refusal, error.description).description)
        }
    }

    private func settle(_ used: TokenCount) {
        course.settle(reserved, used: used)
        reserved = TokenCount()
    }

    private func record(_ name: String, _ content: AttemptStep.Content) async throws {
        let step = AttemptStep(number: next, name: name, content: content)
        // Not given up with the task: it is paid for.
        let (recorder, key) = (evaluation.recorder, request.key)
        try await Task { try await recorder.record(step, of: key) }.value
        next += 1
    }
}

extension ModelAnswer {
    /// What it used up, where the server does not say so estimated, the prompt at its most.
    func used(atMost most: TokenCount) -> TokenCount {
        TokenCount(input: usage.input ?? most.input, output: usage.output ?? estimatedTokens)
    }
}
