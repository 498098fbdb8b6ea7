internal import EvaluationCore

/// One reading of an answer: as a chat message with code in it, or as the continuation of a prompt.
struct AnswerReading {
    let answer: ModelAnswer
    let prefix: String?
    let entryPoints: [String]
    let parser: PythonParser

    func extract() -> ExtractedCode? {
        guard !answer.text.allSatisfy(\.isWhitespace) else { return nil }
        guard let prefix, !prefix.isEmpty else { return extractMessage()?.code }
        let continuation = CompletionReading(
            prefix: prefix, answer: answer.text, entryPoints: entryPoints, parser: parser)
        let message = extractMessage()
        if let message, message.quality == .complete, message.isFenced || !continuation.isSound {
            return withImports(of: prefix, message.code)
        }
        if let code = continuation.extract() { return finished(code) }
        return message.map { withImports(of: prefix, $0.code) }
    }

    private struct Message {
        var code: ExtractedCode
        var quality: Draft.Quality
        var isFenced = false

        func with(isFenced: Bool) -> Message {
            Message(code: code, quality: quality, isFenced: isFenced)
        }
    }

    /// Reads the answer as a message.
    private func extractMessage() -> Message? {
        let source = SourceLines(answer.text)
        let blocks = FencedBlocks.blocks(of: source)
        let fenced = blocks.map { $0.kind == .code ? PromptMarks.removed(from: $0, in: source) : $0 }
        if fenced.contains(where: { $0.kind == .code }) {
            let message = read(fenced, source) { $0.kind == .code }
            if let message, message.quality >= .broken { return message.with(isFenced: true) }
            let anywhere = read(fenced, source) { _ in true }
            if let anywhere, anywhere.quality > (message?.quality ?? .foreign) { return anywhere }
            if let message { return message.with(isFenced: true) }
        }
        let message = read(fenced, source) { _ in true }
        if let message, message.quality == .complete { return message }
        // Code that is indented as a whole, under words that are not.
        let indented = IndentedCode.dedented(blocks, entryPoints: entryPoints, in: source)
        if let indented, let shifted = read(indented, source, where: { _ in true }),
            shifted.quality > (message?.quality ?? .foreign)
        {
            return shifted
        }
        return message
    }

    private func read(
        _ blocks: [TextBlock], _ source: SourceLines, where isRead: (TextBlock) -> Bool
    ) -> Message? {
        let statements = blocks.enumerated().map { number, block in
            guard isRead(block) else { return [Statement]() }
            let all = StatementReader.statements(of: block, number: number, in: source, parser: parser)
            return block.kind == .code ? all : all.filter { ProseFilter.isCode($0, entryPoints: entryPoints) }
        }
        guard statements.contains(where: { !$0.isEmpty }) else { return nil }
        let (draft, quality) = DraftSelection(statements, entryPoints: entryPoints).best()
        var kept = draft.statements
        if quality > .foreign {
            let reached = Reachability.kept(draft.statements, entryPoints: entryPoints)
            kept = zip(draft.statements, reached).filter(\.1).map(\.0)
        }
        guard !kept.isEmpty else { return nil }
        let assembly = CodeAssembly(blocks: blocks, source: source)
        return Message(code: finished(assembly.code(of: kept)), quality: quality)
    }

    /// Adds what was taken from the answer before it was read.
    private func finished(_ code: ExtractedCode) -> ExtractedCode {
        var code = code
        if !answer.before.isEmpty { code.removed.insert(answer.before, at: 0) }
        if !answer.after.isEmpty { code.removed.append(answer.after) }
        return code
    }

    /// A base model that writes the whole function again may count on the prompt's imports.
    private func withImports(of prefix: String, _ code: ExtractedCode) -> ExtractedCode {
        let imports = CompletionReading.imports(of: prefix, missingIn: code.code, parser: parser)
        guard !imports.isEmpty else { return code }
        return ExtractedCode(code: imports + "\n\n\n" + code.code, removed: code.removed)
    }
}

/// Tells code from words where no fence does.
enum ProseFilter {
    static func isCode(_ statement: Statement, entryPoints: [String]) -> Bool {
        if statement.hasError {
            // Damaged code is still the answer when it is the definition that was asked for.
            return (statement.kind == .function || statement.kind == .class)
                && !statement.names.bound.isDisjoint(with: entryPoints)
        }
        switch statement.kind {
        case .expression: return !statement.names.called.isEmpty
        case .other, .leaving: return false
        default: return true
        }
    }
}
