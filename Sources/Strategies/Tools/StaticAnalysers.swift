public import EvaluationCore
public import Foundation

/// Bandit and Semgrep, on a Python of their own.
public struct StaticAnalysers: CodeAnalyser {
    private let python: URL
    private let script: URL

    /// - Parameters:
    ///   - tools: the folder that `secucogen setup` fills.
    ///   - runtime: the folder `Runtime`.
    /// - Throws: `UserError` when the analysers are not installed.
    public init(tools: URL, runtime: URL) throws {
        python = tools.appending(path: "analysers/bin/python3")
        script = runtime.appending(path: "analysers/analyse.py")
        guard FileManager.default.isExecutableFile(atPath: python.path) else {
            throw UserError("Bandit and Semgrep are not installed", remedy: "run 'secucogen setup --analysers'")
        }
    }

    public func findings(in program: String) async throws -> [AnalyserFinding] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "secucogen-\(randomToken())")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output, errors) = (
            folder.appending(path: "program"), folder.appending(path: "found"), folder.appending(path: "errors")
        )
        try Data(program.utf8).write(to: input)
        for file in [output, errors] { try Data().write(to: file) }
        let status = try await run(
            FileHandle(forReadingFrom: input), FileHandle(forWritingTo: output), FileHandle(forWritingTo: errors))
        guard status == 0, let found = try? JSONDecoder().decode([AnalyserFinding].self, from: Data(contentsOf: output))
        else {
            let said = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
            throw UserError(
                "the analysers ended with \(status): \(said.split(separator: "\n").last ?? "no reason given")",
                remedy:
                    "remove \(python.deletingLastPathComponent().deletingLastPathComponent().path) and run 'secucogen setup --analysers'"
            )
        }
        return found
    }

    /// Files stand for pipes, so that no reader has to keep up.
    private func run(_ input: FileHandle, _ output: FileHandle, _ errors: FileHandle) async throws -> Int32 {
        let process = Process()
        process.executableURL = python
        process.arguments = ["-I", script.path]
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }
}
