import ArgumentParser
import EvaluationCore
import Foundation
import Sandboxing

/// How code is run.
struct SandboxOptions: ParsableArguments {
    @Option(help: "Runs of code at once (default: one more than cores).") var workers: Int?

    @Option(help: "The sandbox's level: 3, 2, or auto for the tightest that this machine allows.")
    var sandboxLevel = "auto"

    @Flag(help: "Start the sandbox anew for every run of code: many times slower.")
    var coldSandbox = false

    /// The number of runs at once. Solution and checks wait for each other now and then, so one more keeps the cores busy.
    var concurrency: Int { workers ?? ProcessInfo.processInfo.activeProcessorCount + 1 }

    func validate() throws {
        guard (workers ?? 1) > 0 else { throw ValidationError("--workers is at least 1") }
    }

    /// - Parameter startsAnew: for every run of code, whatever the options say.
    /// - Throws: `UserError` for a level that there is not.
    func sandbox(_ home: Home, startsAnew: Bool = false) throws -> PythonSandbox {
        PythonSandbox(
            folder: try RuntimeFolder(runtime: home.runtime.path, python: home.pythonPrefix.path),
            workers: concurrency, mode: coldSandbox || startsAnew ? .cold : .warm,
            level: try SandboxLevel.requested(sandboxLevel))
    }
}
