internal import EvaluationCore

extension [ChatMessage] {
    /// With a text behind the last question.
    func adding(_ text: String) -> [ChatMessage] {
        guard let last = lastIndex(where: { $0.role == .user }) else { return self + [.user(text)] }
        var messages = self
        messages[last].content += "\n\n" + text
        return messages
    }

    /// After the model has answered, and somebody has answered that.
    func after(_ answer: ModelAnswer, _ reply: String) -> [ChatMessage] {
        // Thoughts are not repeated to the model: servers leave them out, and so do people.
        self + [ChatMessage(role: .assistant, content: AnswerParts(answer.text).text), .user(reply)]
    }
}

extension ChatMessage {
    static func user(_ text: String) -> ChatMessage { ChatMessage(role: .user, content: text) }
}

extension StrategyQuestion {
    /// How an answer with code is asked for, as the tasks' own prompts do it.
    var request: String {
        let names = entryPoints.map { "`\($0.name)`" }.joined(separator: ", ")
        return
            "Answer with the complete Python code in one fenced block. Define \(names) exactly as named in the problem."
    }
}
