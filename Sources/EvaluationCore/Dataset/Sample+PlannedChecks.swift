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
    /// The `test_…` functions at the top level, in the order of the text. Only `\n` ends a line and names are ASCII, as in the
    /// tester's own reading of the file: host and tester have to agree.
    public var checkNames: [String] {
        source.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard line.starts(with: "def test_".utf8) else { return nil }
            let name = String(decoding: line.dropFirst(4).prefix(while: isPartOfName), as: UTF8.self)
            return name == "test_" ? nil : name
        }
    }

    private func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
