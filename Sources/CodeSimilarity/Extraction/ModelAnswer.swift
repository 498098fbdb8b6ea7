internal import EvaluationCore

/// A model's text as it is read for code: with line feeds at the ends of lines, without characters that nobody sees.
struct ModelAnswer {
    private(set) var bytes: [UInt8]
    /// What was taken from before and after the answer, in order.
    private(set) var before: [RemovedText] = []
    private(set) var after: [RemovedText] = []

    /// - Parameter limit: bytes beyond it are not read.
    init(_ text: String, limit: Int) {
        var bytes = Array(text.utf8)
        if bytes.count > limit {
            after = [RemovedText(String(decoding: bytes[limit...], as: UTF8.self), .tooLong)]
            bytes.removeLast(bytes.count - limit)
        }
        bytes = AnswerParts.withLineFeeds(bytes)
        if let (visible, removed) = InvisibleCharacters.cut(from: bytes) {
            bytes = visible
            before.append(removed)
        }
        self.bytes = bytes
    }

    /// Without what the model thought, tokens of chat templates and marks of quotation, and with code on lines of its own.
    var withoutWrapping: ModelAnswer {
        var answer = self
        let parts = AnswerParts(bytes)
        answer.bytes = QuotedLines.unquoted(parts.bytes)
        answer.bytes = GluedLines.divided(answer.bytes)
        answer.before += parts.removed
        return answer
    }
}
