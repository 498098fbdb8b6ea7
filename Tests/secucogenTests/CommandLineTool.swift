import Foundation
import TestSupport

/// Runs the built command line as a user would.
struct CommandLineTool {
    struct Result {
        var exitCode: Int32
        var output: String
        var errors: String
    }

    /// The checkout's folder.
    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// How many samples the dataset has, by type.
    static let samplesByType: [String: Int] = {
        let folder = project.appending(path: "Dataset/Samples")
        let names = { (path: URL) in
            ((try? FileManager.default.contentsOfDirectory(atPath: path.path)) ?? []).filter { $0.hasPrefix("CWE-") }
        }
        return Dictionary(uniqueKeysWithValues: names(folder).map { ($0, names(folder.appending(path: $0)).count) })
    }()
    static let samples = samplesByType.values.reduce(0, +)

    /// - Parameter environment: nothing else is inherited but PATH.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil
    ) async throws -> Result {
        let process = try start(arguments, environment: environment, in: folder)
        return try await process.result()
    }

    /// Runs a line of bash in which `$SECUCOGEN` is the command line.
    static func shell(_ script: String, in folder: URL) async throws -> Result {
        let process = try start(
            ["-c", script], environment: ["SECUCOGEN": executable.path], in: folder,
            executable: URL(filePath: "/bin/bash"))
        return try await process.result()
    }

    static func start(
        _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil,
        executable: URL = executable
    ) throws -> RunningTool {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment.merging(["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"]) { given, _ in given }
        process.currentDirectoryURL = folder
        let files = FileManager.default.temporaryDirectory.appending(path: "secucogen-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        let (output, errors) = (files.appending(path: "out"), files.appending(path: "err"))
        for file in [output, errors] { try Data().write(to: file) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        return RunningTool(process: process, folder: files)
    }

    /// Beside the test runner.
    private static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()
        .appending(path: "secucogen")
}

struct RunningTool {
    let process: Process
    fileprivate let folder: URL

    func result() async throws -> CommandLineTool.Result {
        while process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
        defer { try? FileManager.default.removeItem(at: folder) }
        return CommandLineTool.Result(
            exitCode: process.terminationStatus,
            output: try String(contentsOf: folder.appending(path: "out"), encoding: .utf8),
            errors: try String(contentsOf: folder.appending(path: "err"), encoding: .utf8))
    }

    /// What it has said until now.
    var errors: String { get throws { try String(contentsOf: folder.appending(path: "err"), encoding: .utf8) } }

    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }
}
