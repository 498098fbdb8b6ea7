internal import EvaluationCore

/// The notes on secure coding whose cues the problem names.
struct GuidelinesStrategy: Strategy {
    let notes: NoteLibrary
    let count: Int
    var name: String { "guidelines:\(count)" }
    let mostCalls = 1

    func answer(_ question: StrategyQuestion, in dialogue: any Dialogue) async throws -> ModelAnswer {
        try await dialogue.ask("draft", question.withNotes(of: notes, count))
    }
}

extension StrategyQuestion {
    /// The question with the notes that fit it best.
    func withNotes(of library: NoteLibrary, _ count: Int) -> [ChatMessage] {
        let fitting = library.notes(for: problem, most: count)
        guard !fitting.isEmpty else { return messages }
        return messages.adding(
            """
            These notes may help to write it securely. Not all of them concern this problem.

            \(fitting.map { "\($0.title)\n\($0.text)" }.joined(separator: "\n\n"))
            """)
    }
}
