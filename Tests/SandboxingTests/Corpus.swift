internal import EvaluationCore
internal import Foundation
internal import Testing

/// One program of the corpus: Python whose first comments say what must be seen when it runs.
struct CorpusProgram: Sendable, CustomTestStringConvertible {
    var name: String
    var folder: String
    var source: String
    /// Of the program's own check, where it has one.
    var check: String?
    /// What the output must contain: proof that the attack was carried out.
    var evidence: [String]
    /// `completed`, `limit:memory`, …; nil where several are right.
    var ending: String?
    var packages: [String]
    var limits: SandboxLimits
    /// The least tight level of the sandbox at which it is as described.
    var level: Int
    /// Whether a harness in the solution's own process takes it for right.
    var foolsInProcessHarness: Bool

    var testDescription: String { "\(folder)/\(name)" }

    static let folders = ["exhaustion", "escapes", "leftovers", "forging", "benign"]
    static let hostile = programs(in: folders.dropLast())
    static let benign = programs(in: ["benign"])

    static let root = RuntimeUnderTest.root.appending(path: "Tests/SandboxingTests/Corpus")

    private static func programs(in folders: some Sequence<String>) -> [CorpusProgram] {
        folders.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
            return names.filter { $0.hasSuffix(".py") }.sorted().compactMap { try? CorpusProgram(folder, $0) }
        }
    }

    private init(_ folder: String, _ file: String) throws {
        let text = try String(contentsOf: Self.root.appending(path: folder).appending(path: file), encoding: .utf8)
        let parts = text.components(separatedBy: "\n# --- check\n")
        var headers: [String: [String]] = [:]
        for line in parts[0].split(separator: "\n").prefix(while: { $0.hasPrefix("# ") }) {
            let pair = line.dropFirst(2).split(separator: ":", maxSplits: 1)
            if pair.count == 2 {
                headers[String(pair[0]), default: []].append(pair[1].trimmingCharacters(in: .whitespaces))
            }
        }
        name = String(file.dropLast(3))
        self.folder = folder
        source = parts[0]
        check = parts.count > 1 ? parts[1] : nil
        evidence = headers["evidence"] ?? []
        ending = headers["ending"]?.first
        packages = headers["packages"] ?? []
        level = Int(headers["level"]?.first ?? "2")!
        foolsInProcessHarness = headers["in-process"]?.first == "passes"
        limits = SandboxLimits()
        for setting in headers["limits"]?.first?.split(separator: ",") ?? [] {
            let pair = setting.split(separator: "=")
            switch pair[0] {
            case "cpuSeconds": limits.cpuSeconds = Int(pair[1])!
            case "wallSeconds": limits.wallSeconds = Double(pair[1])!
            case "checkSeconds": limits.checkSeconds = Double(pair[1])!
            case "memoryMiB": limits.memoryMiB = Int(pair[1])!
            default: fatalError("\(testDescription): unknown limit \(pair[0])")
            }
        }
    }

    /// A request whose check no program can satisfy by right: the expected value exists in the tester alone.
    func request(expecting secret: String) -> SandboxRequest {
        SandboxRequest(
            solution: source, entryPoints: [],
            checks: [CheckFile(kind: .functional, path: "checks/functional.py", source: check ?? Self.check(secret))],
            packages: packages, limits: limits)
    }

    static func check(_ secret: String) -> String {
        """
        from harness import solution

        SECRET = "\(secret)"


        def test_answer():
            assert solution.answer("question") == SECRET

        """
    }

    static func newSecret() -> String {
        "expected-" + (0..<16).map { _ in String(UInt8.random(in: 16...255), radix: 16) }.joined()
    }
}

extension SandboxResult {
    /// As the corpus writes it: `limit:memory`.
    var endingText: String { ending == .limit ? "limit:\(limit ?? "?")" : ending.rawValue }
}
