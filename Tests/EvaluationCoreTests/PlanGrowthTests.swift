import EvaluationCore
import Testing

@Suite struct PlanGrowthTests {
    static let samples = PlanKeysTests.samples("CWE-89", 4)
    static let plan = PlanKeysTests.plan([.generate], Array(samples.prefix(2)), attempts: 3)

    @Test func `tasks, samples and attempts add up, and none is taken away`() throws {
        let more = PlanKeysTests.plan([.repair], Array(Self.samples.suffix(2)), attempts: 1)
        let grown = try Self.plan.grown(by: more)
        #expect(grown.tasks == [.generate, .repair])
        #expect(grown.samples == Self.samples)
        #expect(grown.attempts == 3)
    }

    @Test(arguments: [
        ("--model", { @Sendable (plan: inout Plan) in plan.model = "other/m" }),
        ("--prompt-form", { @Sendable (plan: inout Plan) in plan.form = .completion }),
        ("--system-prompt", { @Sendable (plan: inout Plan) in plan.systemPrompt = "Be brief." }),
        ("--seed '0', not '9'", { @Sendable (plan: inout Plan) in plan.parameters.seed = 9 }),
        (
            "--temperature 'left to the server', not '0.5'",
            { @Sendable (plan: inout Plan) in plan.parameters.temperature = 0.5 }
        ),
        ("--top-p 'left to the server', not '0.9'", { @Sendable (plan: inout Plan) in plan.parameters.topP = 0.9 }),
        ("--max-tokens '1024', not '9'", { @Sendable (plan: inout Plan) in plan.parameters.maxTokens = 9 }),
        ("--shot-from", { @Sendable (plan: inout Plan) in plan.oneShot = .any }),
        ("--detect-items", { @Sendable (plan: inout Plan) in plan.detection = .all }),
    ])
    func `a setting that changes answers must not differ`(name: String, change: @Sendable (inout Plan) -> Void) throws {
        var other = Self.plan
        change(&other)
        let error = #expect(throws: UserError.self) { try Self.plan.grown(by: other) }
        #expect(try #require(error).description.contains(name))
    }
}
