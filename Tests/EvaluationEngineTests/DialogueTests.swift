import EvaluationCore
import EvaluationEngine
import Synchronization
import Testing

/// Attempts that are dialogues: each step is durable, paid for once, and within the budget.
@Suite struct DialogueTests {
    /// Asks three times, uses a tool after each, and takes the second answer.
    private struct Three: Strategy {
        let name = "three"
        let mostCalls = 3
        var toolUses: (@Sendable () -> Void)?
        var second = "second"

        func answer(_ question: StrategyQuestion, in dialogue: any Dialogue) async throws -> ModelAnswer {
            var messages = question.messages
            var answers: [ModelAnswer] = []
            for step in ["first", second, "third"] {
                guard
                    let answer = answers.isEmpty
                        ? try await dialogue.ask(step, messages) : try await dialogue.askIfPossible(step, messages)
                else { break }
                let length = try await dialogue.use("length", on: answer.text) {
                    toolUses?()
                    return answer.text.count
                }
                messages += [
                    ChatMessage(role: .assistant, content: answer.text), .init(role: .user, content: "\(length)"),
                ]
                answers.append(answer)
            }
            return answers[min(1, answers.count - 1)]
        }
    }

    /// Each call costs 10 tokens in and 5 out, and answers with its number.
    private func model(failingFrom limit: Int = .max, refusing refused: Int? = nil) -> ScriptedModel {
        ScriptedModel { request, before in
            if before == refused { throw ModelError(.unanswerable, "too long", refusal: .contextLength) }
            if before >= limit { throw ModelError(.unavailable, "down", endsRun: true) }
            return ModelAnswer(
                text: String(repeating: "x", count: request.prompt.messageCount),
                usage: TokenUsage(input: 10, output: 5), latency: 1)
        }
    }

    @Test func `an attempt is the answer that the strategy chose, with the costs of all`() async throws {
        let recorder = MemoryRecorder()
        let model = model()
        let outcome = try await Evaluation.small(.small(samples: 4), model, recorder, strategy: Three()).run()
        #expect(outcome.ending == .complete)
        #expect(model.requests.count == 12)
        #expect(outcome.progress.outputTokens == 60)
        for attempt in recorder.attempts {
            #expect(attempt.answer?.text == "xxx")
            #expect(attempt.answer?.usage == TokenUsage(input: 30, output: 15))
            #expect(attempt.answer?.latency == 3)
            let steps = try await recorder.steps(of: attempt.key)
            #expect(steps.map(\.number) == Array(0..<6))
            #expect(steps.map(\.name) == ["first", "length", "second", "length", "third", "length"])
        }
        // Each call draws anew.
        let seeds = Dictionary(grouping: model.requests, by: \.key).values.map { Set($0.map(\.parameters.seed)).count }
        #expect(seeds == [3, 3, 3, 3])
    }

    @Test func `the first call is drawn as a plain attempt is`() async throws {
        let (plain, dialogues) = (model(), model())
        let plan = Plan.small(samples: 2, attempts: 2, seed: 7)
        _ = try await Evaluation.small(plan, plain, MemoryRecorder()).run()
        _ = try await Evaluation.small(plan, dialogues, MemoryRecorder(), strategy: Three()).run()
        for request in plain.requests { #expect(dialogues.requests.contains(request)) }
    }

    @Test(arguments: 0...6)
    func `a run that ends between two steps pays for none of them twice`(calls: Int) async throws {
        let recorder = MemoryRecorder()
        let uses = Mutex(0)
        let strategy = Three(toolUses: { uses.withLock { $0 += 1 } })
        let plan = Plan.small(samples: 2)
        let asked = Mutex(0)
        let ending = ScriptedModel { request, _ in
            let number = asked.withLock { asked in
                asked += 1
                return asked
            }
            if number > calls { throw ModelError(.unavailable, "down", endsRun: true) }
            return ModelAnswer(
                text: String(repeating: "x", count: request.prompt.messageCount),
                usage: TokenUsage(input: 10, output: 5))
        }
        _ = try await Evaluation.small(plan, ending, recorder, connections: 1, strategy: strategy).run()
        let resumed = model()
        let outcome = try await Evaluation.small(plan, resumed, recorder, connections: 1, strategy: strategy).run()
        #expect(outcome.ending == .complete)
        #expect(resumed.requests.count == 6 - calls)
        #expect(uses.withLock { $0 } == 6)
        #expect(recorder.attempts.map(\.answer?.usage) == Array(repeating: TokenUsage(input: 30, output: 15), count: 2))
        let spent = try await recorder.spentTokens()
        #expect((spent.input, spent.output) == (60, 30))
    }

    @Test(arguments: [1, 3, 8], [40, 60, 75, 90, 120, 200, 300])
    func `a budget holds in the middle of a dialogue, over all commands`(connections: Int, tokens: Int) async throws {
        let recorder = MemoryRecorder()
        let plan = Plan.small(samples: 8)
        var calls = 0
        for _ in 0..<3 {
            let model = model()
            let outcome = try await Evaluation.small(
                plan, model, recorder, connections: connections, budget: Budget(tokens: tokens), strategy: Three()
            ).run()
            calls += model.requests.count
            guard case .budgetReached = outcome.ending else {
                Issue.record("ended as \(outcome.ending)")
                return
            }
        }
        let spent = try await recorder.spentTokens()
        #expect(spent.input + spent.output <= tokens)
        #expect(calls * 15 == spent.input + spent.output)
        // What is left does not allow another call: a prompt of at most 30 tokens and an answer of 20.
        #expect(tokens - calls * 15 < 60)
        let rest = model()
        let outcome = try await Evaluation.small(plan, rest, recorder, strategy: Three()).run()
        #expect(outcome.ending == .complete)
        #expect(rest.requests.count + calls == 24)
    }

    @Test func `a first call that cannot be answered makes a refused attempt, a later one ends the dialogue`()
        async throws
    {
        for refused in 0..<3 {
            let recorder = MemoryRecorder()
            let model = model(refusing: refused)
            let outcome = try await Evaluation.small(.small(samples: 1), model, recorder, strategy: Three()).run()
            #expect(outcome.ending == .complete)
            let attempt = try #require(recorder.attempts.first)
            if refused == 0 {
                #expect(attempt.outcome == .refused("context-length: too long"))
            } else {
                #expect(attempt.answer?.text == (refused == 1 ? "x" : "xxx"))
            }
        }
    }

    @Test func `a refused attempt that is asked again begins where it was refused`() async throws {
        let recorder = MemoryRecorder()
        let plan = Plan.small(samples: 1)
        _ = try await Evaluation.small(plan, model(refusing: 0), recorder, strategy: Three()).run()
        let again = model()
        _ = try await Evaluation.small(
            plan, again, recorder, strategy: Three(),
            askAgain: RefusedAgain(keys: Set(plan.attemptKeys()), maxTokens: 99)
        ).run()
        #expect(again.requests.map(\.parameters.maxTokens) == [99, 99, 99])
        #expect(recorder.attempts.first?.answer?.text == "xxx")
    }

    @Test func `steps of another version are made anew, and those before them kept`() async throws {
        let recorder = MemoryRecorder()
        let plan = Plan.small(samples: 1)
        _ = try await Evaluation.small(plan, model(failingFrom: 2), recorder, strategy: Three()).run()
        let changed = model()
        _ = try await Evaluation.small(plan, changed, recorder, strategy: Three(second: "other")).run()
        #expect(changed.requests.count == 2)
        let steps = try await recorder.steps(of: plan.attemptKeys()[0])
        #expect(steps.map(\.name) == ["first", "length", "other", "length", "third", "length"])
    }

    @Test func `an estimate counts every call of a dialogue at its most`() throws {
        let plan = Plan.small(samples: 2)
        let plain = try PlanEstimate(plan, renderer: PlainRenderer())
        let three = try PlanEstimate(plan, strategy: Three(), renderer: PlainRenderer())
        #expect((plain.calls, three.calls) == (2, 6))
        #expect(three.mostOutputTokens == 3 * plain.mostOutputTokens)
        #expect(three.inputTokens > 3 * plain.inputTokens)
    }
}

extension Prompt {
    fileprivate var messageCount: Int { if case .chat(let messages) = self { messages.count } else { 0 } }
}
