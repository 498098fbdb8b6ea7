internal import EvaluationCore

/// One reading of an answer: as a chat message with code in it, or as the continuation of a prompt.
struct AnswerReading {
    let answer: ModelAnswer
    let prefix: String?
    let entryPoints: [String]
    let parser: PythonParser

    func extract() -> ExtractedCode? {
        guard answer.bytes.contains(where: { $0 > 0x20 }) else { return nil }
        // What is Python as it stands is no message: fences and tokens in it are its own strings and comments.
        if let program = MessageReading(answer: answer, entryPoints: entryPoints, parser: parser).wholeProgram() {
            return withImports(program.code)
        }
        let answer = answer.withoutWrapping
        guard answer.bytes.contains(where: { $0 > 0x20 }) else { return nil }
        let message = MessageReading(answer: answer, entryPoints: entryPoints, parser: parser)
        guard let prefix, !prefix.isEmpty else { return message.message()?.code }
        return continuation(of: prefix, answer, message)
    }

    private func continuation(
        of prefix: String, _ answer: ModelAnswer, _ reading: MessageReading
    ) -> ExtractedCode? {
        if let program = reading.wholeProgram() { return withImports(program.code) }
        let message = reading.message()
        let continuation = CompletionReading(
            prefix: prefix, answer: String(decoding: answer.bytes, as: UTF8.self), entryPoints: entryPoints,
            parser: parser)
        if let message, message.quality >= .sketched, message.isFenced || !continuation.isSound {
            return withImports(message.code)
        }
        if continuation.isSound, let code = continuation.extract() { return code.with(answer) }
        // The body alone may stand between fences.
        for block in reading.fencedTexts() {
            let fenced = CompletionReading(prefix: prefix, answer: block, entryPoints: entryPoints, parser: parser)
            if fenced.isSound, let code = fenced.extract() { return code.with(answer) }
        }
        if let code = continuation.extract() { return code.with(answer) }
        return message.map { withImports($0.code) }
    }

    /// A base model that writes the whole function again may count on the prompt's imports.
    private func withImports(_ code: ExtractedCode) -> ExtractedCode {
        guard let prefix, !prefix.isEmpty else { return code }
        let imports = CompletionReading.imports(of: prefix, missingIn: code.code, parser: parser)
        guard !imports.isEmpty else { return code }
        return ExtractedCode(code: imports + "\n\n\n" + code.code, removed: code.removed)
    }
}

/// Reads an answer as a message: code between fences, or among words.
struct MessageReading {
    struct Message {
        var code: ExtractedCode
        var quality: Draft.Quality
        var isFenced = false

        func with(isFenced: Bool) -> Message {
            Message(code: code, quality: quality, isFenced: isFenced)
        }
    }

    let answer: ModelAnswer
    let entryPoints: [String]
    private let parser: PythonParser
    private let source: SourceLines

    init(answer: ModelAnswer, entryPoints: [String], parser: PythonParser) {
        self.answer = answer
        self.entryPoints = entryPoints
        self.parser = parser
        source = SourceLines(answer.bytes)
    }

    /// The answer as one program, fences and all.
    ///
    /// - Returns: nil unless it is Python from beginning to end and defines every entry point.
    func wholeProgram() -> Message? {
        var block = TextBlock(kind: .code, lines: source.lines)
        block.dedent(in: source)
        guard
            let statements = StatementReader.wholeStatements(of: block, in: source, parser: parser),
            !statements.contains(where: { $0.kind == .leaving }),
            Draft(statements: statements).quality(for: entryPoints) >= .sketched
        else { return nil }
        return read([block], { _ in true })
    }

    func message() -> Message? {
        let blocks = FencedBlocks.blocks(of: source, parser: parser)
        let fenced = blocks.map { $0.kind == .code ? PromptMarks.removed(from: $0, in: source) : $0 }
        if fenced.contains(where: { $0.kind == .code }) {
            let message = read(fenced) { $0.kind == .code }
            if let message, message.quality >= .broken { return message.with(isFenced: true) }
            let anywhere = read(fenced) { _ in true }
            if let anywhere, anywhere.quality > (message?.quality ?? .foreign) { return anywhere }
            if let message { return message.with(isFenced: true) }
        }
        let message = read(fenced) { _ in true }
        if let message, message.quality >= .sketched { return message }
        // Code that is indented as a whole, under words that are not.
        let indented = IndentedCode.dedented(blocks, entryPoints: entryPoints, in: source)
        if let indented, let shifted = read(indented, { _ in true }), shifted.quality > (message?.quality ?? .foreign) {
            return shifted
        }
        return message
    }

    /// What stands between fences that may hold Python, as it stands there.
    func fencedTexts() -> [String] {
        FencedBlocks.blocks(of: source, parser: parser).filter { $0.kind == .code }.map { block in
            block.lines.map { source.string($0) + "\n" }.joined()
        }
    }

    private func read(_ blocks: [TextBlock], _ isRead: (TextBlock) -> Bool) -> Message? {
        let all = blocks.enumerated().map { number, block in
            let statements = StatementReader.statements(of: block, number: number, in: source, parser: parser)
            return block.kind == .code ? statements : ProseFilter.code(among: statements, entryPoints: entryPoints)
        }
        let statements = zip(blocks, all).map { isRead($0) ? $1 : [] }
        guard statements.contains(where: { !$0.isEmpty }) else { return nil }
        let (draft, quality) = DraftSelection(statements, entryPoints: entryPoints).best()
        var kept = draft.statements
        if quality > .foreign {
            let reached = Reachability.kept(draft.statements, entryPoints: entryPoints)
            kept = zip(draft.statements, reached).filter(\.1).map(\.0)
        }
        guard !kept.isEmpty else { return nil }
        let assembly = CodeAssembly(blocks: blocks, source: source, candidates: all.flatMap(\.self))
        return Message(code: assembly.code(of: kept).with(answer), quality: quality)
    }
}

extension ExtractedCode {
    /// Adds what was taken from the answer before it was read.
    fileprivate func with(_ answer: ModelAnswer) -> ExtractedCode {
        ExtractedCode(code: code, removed: answer.before + removed + answer.after)
    }
}

/// Tells code from words where no fence does.
enum ProseFilter {
    /// The statements that are code, and the module's docstring: the text that stands directly above the first of them.
    static func code(among statements: [Statement], entryPoints: [String]) -> [Statement] {
        guard let first = statements.firstIndex(where: { isCode($0, entryPoints: entryPoints) }) else { return [] }
        let start = first > 0 && statements[first - 1].isText ? first - 1 : first
        return [statements[start]]
            + statements[(start + 1)...].filter { isCode($0, entryPoints: entryPoints) }
    }

    static func isCode(_ statement: Statement, entryPoints: [String]) -> Bool {
        if statement.hasError {
            // Damaged code is still the answer when it is the definition that was asked for.
            return (statement.kind == .function || statement.kind == .class)
                && !statement.names.bound.isDisjoint(with: entryPoints)
        }
        switch statement.kind {
        case .expression: return !statement.names.called.isEmpty || !statement.names.bound.isEmpty
        case .other, .leaving: return false
        default: return true
        }
    }
}
