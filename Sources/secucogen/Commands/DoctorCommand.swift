import ArgumentParser
import EvaluationCore
import Foundation
import Sandboxing

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Tries out what an evaluation needs on this machine, and says how to mend what is missing.",
        discussion: """
            Sandbox levels: 3 is the tightest (namespaces for every run), 2 has them once a worker, 0 cannot run untrusted code. \
            Exit code 2 at level 0.
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let home = try homeOptions.find()
        let folder = try RuntimeFolder(runtime: home.runtime.path, python: home.pythonPrefix.path)
        let diagnosis = try await SandboxDoctor(folder: folder).examine()
        let localModels = models(in: home)
        switch format {
        case .json: try JSONOutput.print(Report(sandbox: diagnosis, localModels: localModels))
        case .text: show(diagnosis, localModels)
        }
        if !diagnosis.isSound { throw ExitCode(2) }
    }

    private func show(_ diagnosis: SandboxDiagnosis, _ localModels: [String]) {
        Terminal.result("sandbox: level \(diagnosis.level)")
        if let description = diagnosis.description {
            Terminal.result("python:  \(description.pythonVersion), \(description.packages.count) packages")
        }
        let sound = diagnosis.findings.count { $0.isSound }
        Terminal.result("checks:  \(sound) of \(diagnosis.findings.count) as they must be")
        for finding in diagnosis.findings where !finding.isSound {
            Terminal.result(Terminal.harmless("  \(finding.name): \(finding.detail ?? "not as it must be")"))
        }
        if let reason = diagnosis.reason { Terminal.result(Terminal.harmless("reason:  \(reason)")) }
        if let fix = diagnosis.fix { Terminal.result(Terminal.harmless("mend:    \(fix)")) }
        Terminal.result(
            "models:  "
                + (localModels.isEmpty ? "none; Scripts/bootstrap fetches one" : localModels.joined(separator: ", ")))
    }

    private func models(in home: Home) -> [String] {
        let files =
            (try? FileManager.default.contentsOfDirectory(atPath: home.tools.appending(path: "models").path)) ?? []
        return files.filter { $0.hasSuffix(".gguf") }.sorted().map { "local/\($0.dropLast(5))" }
    }

    private struct Report: Encodable {
        var sandbox: SandboxDiagnosis
        var localModels: [String]
    }
}
