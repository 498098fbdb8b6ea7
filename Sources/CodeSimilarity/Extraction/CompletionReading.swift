internal import EvaluationCore

/// Reads an answer as the continuation of a prompt that ended within a function, and finds where the function ends.
struct CompletionReading {
    private let source: SourceLines
    private let block: TextBlock
    private let statements: [Statement]
    private let entryPoints: [String]
    /// How many bytes of the source are the prompt's.
    private let prefixLength: Int
    let isSound: Bool

    init(prefix: String, answer: String, entryPoints: [String], parser: PythonParser) {
        self.entryPoints = entryPoints
        var best: (source: SourceLines, block: TextBlock, statements: [Statement], length: Int, isSound: Bool)?
        for body in Self.bodies(answer, after: prefix) {
            let source = SourceLines(prefix + body)
            let block = TextBlock(kind: .prose, lines: source.lines)
            let statements = StatementReader.statements(of: block, number: 0, in: source, parser: parser)
            let quality = Draft(statements: statements).quality(for: entryPoints)
            let isSound = quality == .complete && Self.goesOn(statements, from: prefix.utf8.count, in: block)
            if best == nil || isSound { best = (source, block, statements, prefix.utf8.count, isSound) }
            if isSound { break }
        }
        source = best?.source ?? SourceLines(prefix)
        block = best?.block ?? TextBlock(kind: .prose, lines: [])
        statements = best?.statements ?? []
        prefixLength = best?.length ?? 0
        isSound = best?.isSound ?? false
    }

    /// - Returns: nil when prompt and answer together do not define an entry point, or the answer adds nothing.
    func extract() -> ExtractedCode? {
        let code = statements.filter { ProseFilter.isCode($0, entryPoints: entryPoints) }
        guard Draft(statements: code).quality(for: entryPoints) > .foreign else { return nil }
        let reached = Reachability.kept(code, entryPoints: entryPoints)
        let kept = zip(code, reached).filter(\.1).map(\.0)
        let reachesAnswer = kept.contains { statement in
            block.lines[statement.lines].contains { $0.upperBound > prefixLength && !source.isBlank($0) }
        }
        guard reachesAnswer else { return nil }
        return CodeAssembly(blocks: [block], source: source, candidates: statements, promptLength: prefixLength)
            .code(of: kept)
    }

    /// Whether a definition reaches from the prompt into the answer, and no `return` stands outside of it.
    private static func goesOn(_ statements: [Statement], from length: Int, in block: TextBlock) -> Bool {
        let index = statements.firstIndex { statement in
            guard let first = block.lines[statement.lines].first, let last = block.lines[statement.lines].last
            else { return false }
            return first.lowerBound < length && last.upperBound > length
        }
        guard let index else { return false }
        return index + 1 == statements.count || statements[index + 1].kind != .leaving
    }

    /// The answer as it is, and as it was before servers and tokenizers took its first blanks away.
    private static func bodies(_ answer: String, after prefix: String) -> [String] {
        // The colon of the signature, said once more.
        let answer = prefix.hasSuffix(":") && answer.first == ":" ? String(answer.dropFirst()) : answer
        let indentation = bodyIndentation(of: prefix)
        let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
        let all = lines.map { $0.isEmpty ? "" : indentation + $0 }.joined(separator: "\n")
        let bodies = [answer, indentation + answer, all]
        // The body may stand on the line of the signature, or below it.
        if prefix.hasSuffix("\n") { return bodies }
        let below = bodies.map { "\n" + $0 }
        // An indented first line is a line of its own: the grammar would take it for the whole body on the signature's line.
        return answer.first == " " || answer.first == "\t" ? below + [answer] : [answer] + below
    }

    /// How far the body is indented: as the prompt's last line, or one level deeper than the signature.
    private static func bodyIndentation(of prefix: String) -> String {
        let lines = prefix.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
        guard let last = lines.last else { return "" }
        let own = String(last.prefix { $0 == " " || $0 == "\t" })
        return String(last).trimmed.hasSuffix(":") ? own + "    " : own
    }

    /// The prompt's imports that bind names which `code` uses and does not bind.
    static func imports(of prefix: String, missingIn code: String, parser: PythonParser) -> String {
        let code = read(code, parser: parser).statements
        let bound = code.reduce(into: Set<String>()) { $0.formUnion($1.names.bound) }
        let missing = Set(code.flatMap { $0.names.free }).subtracting(bound)
        let prompt = read(prefix, parser: parser)
        let imports = prompt.statements.filter {
            $0.kind == .importing && !$0.hasError && !$0.names.bound.isDisjoint(with: missing)
        }
        return imports.flatMap { prompt.block.lines[$0.lines].map { prompt.source.string($0) } }.joined(separator: "\n")
    }

    private static func read(
        _ text: String, parser: PythonParser
    ) -> (source: SourceLines, block: TextBlock, statements: [Statement]) {
        let source = SourceLines(text)
        let block = TextBlock(kind: .prose, lines: source.lines)
        return (source, block, StatementReader.statements(of: block, number: 0, in: source, parser: parser))
    }
}
