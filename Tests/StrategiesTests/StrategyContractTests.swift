import EvaluationCore
import Strategies
import Testing

/// What holds for every strategy, whatever the model answers.
@Suite struct StrategyContractTests {
    /// Answers that models give, right and wrong, to every step.
    private static let programs = [
        "No.", "", "def double(number):\n    return 2 * number\n".inFence, "def other():\n    pass\n".inFence,
        "def double(number):\n    return 'test_a abuse_b'\n".inFence, "def double(number:\n".inFence,
        "def double(number):\n    return 'unloadable'\n".inFence,
        "def double(number):\n    import os; os.system('x', shell=True)\n".inFence,
    ]
    private static let tests = [
        "", "I wrote none.", "def test_a():\n    assert double(1) == 2\n\ndef abuse_b():\n    pass\n".inFence,
        "def test_a(:\n".inFence,
    ]

    @Test(arguments: standardStrategies)
    func `it gives an answer of the model's, in as many calls as it says at most, and the same each time`(
        name: String
    ) async throws {
        let choice = try StrategyChoice(name)
        let strategy = choice.strategy(try .of(NamedTester()))
        #expect(strategy.name == (choice.planName ?? "plain"))
        #expect(choice.outline.mostCalls == strategy.mostCalls)
        for (index, first) in Self.programs.enumerated() {
            for distance in [0, 1, 3] {
                let second = Self.programs[(index + distance) % Self.programs.count]
                for tests in Self.tests {
                    let answers = [
                        "draft": [first, second], "tests": [tests], "rewriting": [second, first], "critique": ["Hm."],
                    ]
                    let dialogue = ScriptedDialogue(answers)
                    let answer = try await strategy.answer(.double, in: dialogue)
                    #expect([first, second].contains(answer.text), "\(name): \(answer.text)")
                    #expect((1...strategy.mostCalls).contains(dialogue.shown.count))
                    let again = ScriptedDialogue(answers)
                    #expect(try await strategy.answer(.double, in: again) == answer)
                    #expect(again.shown == dialogue.shown)
                    #expect(again.steps == dialogue.steps)
                }
            }
        }
    }

    @Test(arguments: standardStrategies)
    func `the first call is about the question as it was put`(name: String) async throws {
        let dialogue = ScriptedDialogue([:])
        _ = try await StrategyChoice(name).strategy(try .of(NamedTester())).answer(.double, in: dialogue)
        let first = try #require(dialogue.shown.first)
        #expect(first.count == 1)
        #expect(first[0].content.hasPrefix(StrategyQuestion.double.messages[0].content))
        // Without code in the draft there is nothing to mend: none of the calls for it is made.
        if !["vote", "resample"].contains(name) { #expect(dialogue.shown.count == 1) }
    }

    @Test(arguments: standardStrategies)
    func `a model that cannot go on leaves the answer that is there`(name: String) async throws {
        let good = "def double(number):\n    return 2 * number, 'shell=True test_a'\n".inFence
        let dialogue = EndingDialogue(ScriptedDialogue(["draft": [good]]))
        let answer = try await StrategyChoice(name).strategy(try .of(NamedTester())).answer(.double, in: dialogue)
        #expect(answer.text == good)
    }

    @Test(arguments: [
        ("nothing", "there is no strategy 'nothing'"), ("plain:2", "takes no number"), ("vote:1", "from 2 to 20"),
        ("vote:x", "from 2 to 20"), ("tests:", "from 1 to 5"), ("", "there is no strategy ''"),
    ])
    func `a strategy that there is not is refused in one line`(text: String, problem: String) throws {
        let error = #expect(throws: UserError.self) { try StrategyChoice(text) }
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }

    @Test func `a number is part of the name, also when it is the standard one`() throws {
        #expect(try StrategyChoice("vote").planName == "vote:3")
        #expect(try StrategyChoice("vote:7").planName == "vote:7")
        #expect(try StrategyChoice("review").planName == "review")
        #expect(try StrategyChoice("plain").planName == nil)
    }
}

/// Answers the first question, and none that comes after it.
private struct EndingDialogue: Dialogue {
    let inner: ScriptedDialogue

    init(_ inner: ScriptedDialogue) { self.inner = inner }

    func ask(_ step: String, _ messages: [ChatMessage]) async throws -> ModelAnswer {
        guard inner.shown.isEmpty else { throw ModelError(.unanswerable, "too long", refusal: .contextLength) }
        return try await inner.ask(step, messages)
    }

    func use<Output: Codable & Sendable>(
        _ step: String, on input: String, _ tool: @Sendable () async throws -> Output
    ) async throws -> Output {
        try await inner.use(step, on: input, tool)
    }
}
