import EvaluationCore
import Strategies
import TestSupport
import Testing

/// A model that breaks what worked is stopped by its own tests, in the sandbox.
@Suite struct BrokenRewritingTests {
    private static let working = """
        import subprocess

        def double(number):
            # shell=True is what the analyser of the test looks for.
            return 2 * number

        """
    private static let tests = """
        def test_twice():
            assert double(4) == 8

        def test_zero():
            assert double(0) == 0

        def abuse_text():
            try:
                double("4")
            except (TypeError, ValueError):
                return
            assert False, "a text was taken for a number"

        """
    private static let rewriting = ["review", "analyser", "tests", "full"]
    private static let broken = [
        "def double(number):\n    return number\n", "def double(number):\n    raise ValueError(number)\n",
        "def double(number, other):\n    return 2 * number\n", "def double(number):\n    while True: pass\n",
        "import nothing_of_that_name\n\ndef double(number):\n    return 2 * number\n",
        "def twice(number):\n    return 2 * number\n", "import os\nos._exit(0)\n\ndef double(number): pass\n",
        "def double(number):\n    import os; os.kill(os.getpid(), 9)\n", "def double(number:\n",
    ]
    private static let mended = """
        def double(number):
            if not isinstance(number, int):
                raise TypeError(number)
            return 2 * number

        """

    @Test(arguments: rewriting)
    func `a rewriting that breaks a working program is not taken`(name: String) async throws {
        try await withTestSandbox { sandbox in
            let strategy = try StrategyChoice(name).strategy(try .real(sandbox))
            for program in Self.broken {
                let dialogue = dialogue(rewriting: [program.inFence])
                let answer = try await strategy.answer(.double, in: dialogue)
                #expect(dialogue.steps.contains("rewriting"))
                #expect(answer.text == Self.working.inFence, "\(program)")
            }
        }
    }

    @Test(arguments: rewriting)
    func `a rewriting that keeps what worked is taken`(name: String) async throws {
        try await withTestSandbox { sandbox in
            let strategy = try StrategyChoice(name).strategy(try .real(sandbox))
            let answer = try await strategy.answer(.double, in: dialogue(rewriting: [Self.mended.inFence]))
            #expect(answer.text == Self.mended.inFence)
        }
    }

    @Test func `a vote goes to the answer that passes most of the tests, and resampling to the first that loads`()
        async throws
    {
        try await withTestSandbox { sandbox in
            let tools = try StrategyTools.real(sandbox)
            let drafts = ["No.", Self.broken[4].inFence, Self.working.inFence, Self.mended.inFence]
            func answer(_ name: String) async throws -> String {
                let dialogue = ScriptedDialogue(["draft": drafts, "tests": [Self.tests.inFence]])
                return try await StrategyChoice(name).strategy(tools).answer(.double, in: dialogue).text
            }
            let voted = try await answer("vote:4")
            #expect(voted == Self.mended.inFence)
            let resampled = try await answer("resample:4")
            #expect(resampled == Self.working.inFence)
            let few = try await answer("resample:2")
            #expect(few == "No.")
        }
    }

    private func dialogue(rewriting: [String]) -> ScriptedDialogue {
        ScriptedDialogue([
            "draft": [Self.working.inFence], "tests": [Self.tests.inFence], "critique": ["A text is taken."],
            "rewriting": rewriting,
        ])
    }
}
