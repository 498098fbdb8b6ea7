internal import EvaluationCore

/// Tests that the model wrote from the problem, without having a program before its eyes.
///
/// They may be wrong. So they decide nothing by themselves: a program that has passed a test is not given up for one that fails it.
struct OwnTests: Sendable {
    enum Scope {
        /// Of what the problem asks for: enough to see whether a rewriting has broken something.
        case function
        /// And of what a hostile caller may try.
        case functionAndAbuse
    }

    /// Empty when the model wrote none.
    let source: String
    private let question: StrategyQuestion
    private let tools: StrategyTools
    private let dialogue: any Dialogue

    static func written(
        _ scope: Scope, for question: StrategyQuestion, _ tools: StrategyTools, in dialogue: any Dialogue
    ) async throws -> OwnTests {
        let messages = [ChatMessage.user(prompt(scope, question))]
        let answer = try await dialogue.askIfPossible("tests", messages)
        let source = answer.flatMap { tools.extractor.extract(from: $0.text, after: nil, entryPoints: [])?.code }
        return OwnTests(source: source ?? "", question: question, tools: tools, dialogue: dialogue)
    }

    func report(on program: String) async throws -> TestReport {
        let (source, question, tester) = (source, question, tools.tester)
        return try await dialogue.use("run-tests", on: program) {
            try await tester.run(
                source, on: program, entryPoints: question.entryPoints.map(\.name), packages: question.packages)
        }
    }

    private static func prompt(_ scope: Scope, _ question: StrategyQuestion) -> String {
        let names = question.entryPoints.map { "`\($0.signature)`" }.joined(separator: ", ")
        let abuse =
            scope == .function
            ? ""
            : """


            Then write up to ten functions whose names begin with `abuse_`. Each does what somebody might do who wants the \
            program to do harm or to give away what is not theirs: values of odd types and sizes, texts with characters that \
            mean something to another program, names that lead elsewhere, calls in another order or at the same time. It \
            fails if the harm is done.
            """
        return """
            Write tests for a Python program that solves the following problem. Do not write the program itself.

            \(question.problem)

            The program defines \(names). The tests use these names directly, as if they were defined above them.

            Write up to ten functions whose names begin with `test_`, one for each thing that the problem asks for, its examples \
            included. Each takes no arguments, makes the files that it needs in the current folder, and checks by `assert`. \
            Use Python's standard library only\(question.packages.isEmpty ? "" : " and \(question.packages.joined(separator: ", "))").\(abuse)

            Answer with the tests in one fenced block of Python.
            """
    }
}

extension TestReport {
    var isUsable: Bool { programError == nil && testsError == nil }
    var failures: [Outcome] { outcomes.filter { !$0.passed } }
    var passedNames: Set<String> { Set(outcomes.filter(\.passed).map(\.name)) }

    /// Whether a program with this report may take the place of one with the earlier one: it works as far as that did.
    func keepsWhatWorked(in earlier: TestReport) -> Bool {
        if programError != nil { return earlier.programError != nil }
        return earlier.passedNames.isSubset(of: passedNames)
    }
}
