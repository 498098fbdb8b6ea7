internal import EvaluationCore

/// The model criticises its own answer and writes it again.
struct ReviewStrategy: Strategy {
    let tools: StrategyTools
    let name = "review"
    let mostCalls = 4

    init(tools: StrategyTools) { self.tools = tools }

    func answer(_ question: StrategyQuestion, in dialogue: any Dialogue) async throws -> ModelAnswer {
        let draft = try await dialogue.ask("draft", question.messages)
        guard let candidate = Candidate(draft, question, tools.extractor) else { return draft }
        let criticised = question.messages.after(draft, Self.critique)
        guard let critique = try await dialogue.askIfPossible("critique", criticised) else { return draft }
        let tests = try await OwnTests.written(.function, for: question, tools, in: dialogue)
        var rewriting = try await Rewriting(candidate, of: question.messages, question, tests, tools, dialogue)
        _ = try await rewriting.rewrite(criticised.after(critique, "\(Self.rewrite) \(question.request)"))
        return rewriting.current.answer
    }

    private static let critique = """
        Read your program as somebody who wants to break it. In which ways can its input, its state, the files around it, or the \
        order or number of calls make it do harm, or give away what is not the caller's? Name each way and the line. Do not \
        write code yet.
        """
    private static let rewrite = """
        Now mend what you have found, and nothing else. Write the whole program again. If nothing has to be mended, repeat it as it is.
        """
}
