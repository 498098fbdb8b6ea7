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

            Examples:
              secucogen doctor
              secucogen doctor --format json
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let home = try homeOptions.find()
        let folder = try RuntimeFolder(runtime: home.runtime.path, python: home.pythonPrefix.path)
        // Each of the sandbox's properties is tried out, which takes some ten seconds.
        if format == .text { Terminal.note("trying out the sandbox") }
        let diagnosis = try await SandboxDoctor(folder: folder).examine()
        let report = DoctorReport(diagnosis, home: home)
        switch format {
        case .json: try JSONOutput.print(report)
        case .text: report.show()
        }
        if !diagnosis.isSound { throw ExitCode(2) }
    }
}
