package import EvaluationCore

/// The names of a request's checks, worked out from the text alone. The tester does the same, and both must agree.
package struct PlannedChecks: Equatable {
    package var names: [String]

    package init(_ request: SandboxRequest) {
        if let only = request.only {
            names = only
            return
        }
        names = Self.names(.functional, in: request.checks)
        names += request.examples.indices.map { "example/\($0 + 1)" }
        names += Self.names(.security, in: request.checks)
    }

    private static func names(_ kind: CheckFile.Kind, in files: [CheckFile]) -> [String] {
        files.filter { $0.kind == kind }.flatMap { functions(in: $0.source).map { "\(kind.rawValue)/\($0)" } }
    }

    /// Every `def test_…` at the start of a line. Only `\n` ends a line, as in Python's regular expressions.
    private static func functions(in source: String) -> [String] {
        source.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard line.starts(with: "def test_".utf8) else { return nil }
            let name = String(decoding: line.dropFirst(4).prefix(while: isPartOfName), as: UTF8.self)
            return name == "test_" ? nil : name
        }
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

extension SandboxResult {
    /// A pass needs evidence: the tester's plan must be the one that the host has worked out by itself.
    func checked(against planned: PlannedChecks) -> SandboxResult {
        if checks.map(\.name) == planned.names { return self }
        var result = self
        result.checks = planned.names.map { CheckOutcome(name: $0, status: .notRun) }
        if ending != .harnessError {
            result.ending = .harnessError
            result.limit = nil
            result.detail = "the tester's plan of checks is not the host's"
        }
        return result
    }
}
