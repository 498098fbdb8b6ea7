import EvaluationCore
import Foundation
import Sandboxing

/// What `doctor` found, and what `setup` ends with.
struct DoctorReport: Encodable {
    var sandbox: SandboxDiagnosis
    var localModels: [String]
    /// The folder of the solutions' Python and of the bundled model.
    var tools: String
    /// Whether the machine reaches itself: servers of models and programs that answer need it, verdicts do not.
    var hasLoopback = Loopback.isUp

    init(_ diagnosis: SandboxDiagnosis, home: Home) {
        sandbox = diagnosis
        tools = home.tools.path
        localModels = Self.localModels(in: home)
    }

    /// As `--model` takes them.
    static func localModels(in home: Home) -> [String] {
        let files =
            (try? FileManager.default.contentsOfDirectory(atPath: home.tools.appending(path: "models").path)) ?? []
        return files.filter { $0.hasSuffix(".gguf") }.sorted().map { "local/\($0.dropLast(5))" }
    }

    func show() {
        Terminal.result("sandbox: level \(sandbox.level)")
        if let description = sandbox.description {
            Terminal.result(
                Terminal.harmless(
                    "python:  \(description.pythonVersion), \(description.packages.count) packages, in \(tools)"))
        }
        let sound = sandbox.findings.count { $0.isSound }
        Terminal.result("checks:  \(sound) of \(sandbox.findings.count) as they must be")
        for finding in sandbox.findings where !finding.isSound {
            Terminal.result(Terminal.harmless("  \(finding.name): \(finding.detail ?? "not as it must be")"))
        }
        if let reason = sandbox.reason { Terminal.result(Terminal.harmless("reason:  \(reason)")) }
        if let fix = sandbox.fix { Terminal.result(Terminal.harmless("mend:    \(fix)")) }
        if !hasLoopback {
            Terminal.result(
                "network: the loopback interface is down; models, agents and analysers need it: ip link set lo up")
        }
        let models =
            localModels.isEmpty ? "none; 'secucogen setup --model' fetches one" : localModels.joined(separator: ", ")
        Terminal.result(Terminal.harmless("models:  \(models)"))
    }
}
