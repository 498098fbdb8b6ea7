extension Sample {
    /// Names of all checks, examples included, as the sandbox must report them: worked out from the files' text, so that a
    /// tester that loses one is found out.
    public var plannedChecks: [String] {
        let examples = (1...max(1, examples.count)).prefix(examples.count).map { "example/\($0)" }
        let named = checks.sorted { $0.kind == .functional && $1.kind == .security }.flatMap { file in
            file.checkNames.map { "\(file.kind.rawValue)/\($0)" }
        }
        return named.filter { !$0.hasPrefix("security/") } + examples + named.filter { $0.hasPrefix("security/") }
    }
}

extension CheckFile {
    /// The `test_…` functions at the top level, in the order of the text.
    public var checkNames: [String] {
        source.split(whereSeparator: \.isNewline).compactMap { line in
            guard line.hasPrefix("def test_") else { return nil }
            return String(line.dropFirst(4).prefix { $0 == "_" || $0.isLetter || $0.isNumber })
        }
    }
}
