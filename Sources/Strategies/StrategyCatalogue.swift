public import EvaluationCore

/// A kind of strategy: one file, one line in `builtInStrategies`, the contract test.
public struct StrategyKind: Sendable {
    /// `tests`; with a number behind a colon where it takes one: `vote:3`.
    public var name: String
    /// One line for a list.
    public var summary: String
    /// The number that is taken where none is given, and those that are allowed; nil where it takes none.
    public var number: (standard: Int, allowed: ClosedRange<Int>)?
    /// Whether it needs the static analysers, which are installed by themselves.
    public var needsAnalysers = false
    var make: @Sendable (_ number: Int, _ tools: StrategyTools) -> any Strategy
}

/// The strategies there are, from none to all.
public let builtInStrategies: [StrategyKind] = [
    StrategyKind(name: "plain", summary: "the question as it is") { _, _ in PlainStrategy() },
    StrategyKind(name: "reminder", summary: "one general sentence about security behind the question") { _, _ in
        ReminderStrategy()
    },
    StrategyKind(
        name: "guidelines", summary: "the notes on secure coding that fit the question, chosen by its words",
        number: (3, 1...8)
    ) { GuidelinesStrategy(notes: $1.notes, count: $0) },
    StrategyKind(name: "aware", summary: "a warning of the sample's own weakness: an upper bound") { _, _ in
        AwareStrategy()
    },
    StrategyKind(name: "review", summary: "the model criticises its answer and writes it again") {
        ReviewStrategy(tools: $1)
    },
    StrategyKind(
        name: "analyser", summary: "findings of Bandit and Semgrep go back to the model", number: (2, 1...5),
        needsAnalysers: true
    ) { AnalyserStrategy(tools: $1, rounds: $0) },
    StrategyKind(
        name: "tests", summary: "tests and abuse tests that the model writes; failures go back to it",
        number: (2, 1...5)
    ) { TestsStrategy(tools: $1, rounds: $0) },
    StrategyKind(
        name: "vote", summary: "several answers, of which the model's own tests choose one", number: (3, 2...20)
    ) { VoteStrategy(tools: $1, count: $0) },
    StrategyKind(name: "full", summary: "guidelines, tests and analysers together", needsAnalysers: true) {
        FullStrategy(tools: $1)
    },
    StrategyKind(
        name: "resample", summary: "as many calls spent on plain answers, of which the first that loads counts",
        number: (4, 2...50)
    ) { ResampleStrategy(tools: $1, count: $0) },
]

/// Reads `--strategy`.
public struct StrategyChoice: Sendable {
    public let kind: StrategyKind
    private let number: Int

    /// - Throws: `UserError` for a name or a number that is not there.
    public init(_ text: String) throws {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = builtInStrategies.first(where: { $0.name == parts[0] }) else {
            throw UserError(
                "there is no strategy '\(text)'",
                remedy: "the strategies are \(builtInStrategies.map(\.name).joined(separator: ", "))")
        }
        self.kind = kind
        number = try Self.number(of: kind, parts.count == 2 ? parts[1] : nil)
    }

    private static func number(of kind: StrategyKind, _ text: Substring?) throws -> Int {
        guard let text else { return kind.number?.standard ?? 0 }
        guard let (_, allowed) = kind.number else {
            throw UserError("the strategy \(kind.name) takes no number", remedy: "write it without ':\(text)'")
        }
        guard let number = Int(text), allowed.contains(number) else {
            throw UserError(
                "the strategy \(kind.name) takes a number from \(allowed.lowerBound) to \(allowed.upperBound), not '\(text)'"
            )
        }
        return number
    }

    /// As plans name it: nil for `plain`.
    public var planName: String? {
        if kind.name == "plain" { return nil }
        return kind.number == nil ? kind.name : "\(kind.name):\(number)"
    }

    /// Without tools: to ask how many calls it makes.
    public var outline: any Strategy {
        kind.make(
            number,
            StrategyTools(extractor: Nothing(), tester: Nothing(), analyser: Nothing(), notes: NoteLibrary([])))
    }

    public func strategy(_ tools: StrategyTools) -> any Strategy { kind.make(number, tools) }
}

/// In place of tools that nobody uses.
private struct Nothing: CodeExtractor, ProgramTester, CodeAnalyser {
    func extract(from text: String, after prefix: String?, entryPoints: [String]) -> ExtractedCode? { nil }
    func run(_ tests: String, on program: String, entryPoints: [String], packages: [String]) async throws -> TestReport
    {
        TestReport()
    }
    func findings(in program: String) async throws -> [AnalyserFinding] { [] }
}
