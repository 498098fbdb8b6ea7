public import EvaluationCore

/// What strategies work with. None of it knows a sample.
public struct StrategyTools: Sendable {
    public var extractor: any CodeExtractor
    public var tester: any ProgramTester
    public var analyser: any CodeAnalyser
    public var notes: NoteLibrary

    public init(
        extractor: any CodeExtractor, tester: any ProgramTester, analyser: any CodeAnalyser, notes: NoteLibrary
    ) {
        self.extractor = extractor
        self.tester = tester
        self.analyser = analyser
        self.notes = notes
    }
}
