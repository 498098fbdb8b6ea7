public import EvaluationCore

/// Finds the Python solution in a model's text.
///
/// A text that is Python as it stands is read as such. Otherwise what the model thought and tokens of chat templates are cut, and code
/// is looked for between Markdown fences and, when none of them holds the entry points, outside of them. Of several
/// drafts the last complete one counts, and pieces that need each other are joined. Of the code, imports, the entry
/// points and what they reach stay; what only shows or tests them goes to `ExtractedCode.removed`. When it is unsure
/// whether a statement matters, it stays.
///
/// The work is linear in the text's length; of a text of more than `maximumLength` bytes the beginning is read.
public struct PythonCodeExtractor: CodeExtractor, Sendable {
    /// Longer texts are cut here, in bytes.
    public static let maximumLength = 1 << 20

    public init() {}

    public func extract(from text: String, after prefix: String?, entryPoints: [String]) -> ExtractedCode? {
        ParserPool.shared.withParser { parser in
            let answer = ModelAnswer(text, limit: Self.maximumLength)
            let reading = AnswerReading(answer: answer, prefix: prefix, entryPoints: entryPoints, parser: parser)
            return reading.extract()
        }
    }
}
