internal import EvaluationCore
internal import Foundation

/// Where the sandbox finds what it runs: the project's `Runtime/` and the solutions' Python.
public struct RuntimeFolder: Sendable, Hashable {
    /// Holds `launch.py`.
    public var runtime: String
    /// Holds `bin/python3` and `lib/`.
    public var python: String
    /// What is put before the command that starts a worker; a program that changes the user, say.
    package var launchPrefix: [String] = []

    /// - Throws: `UserError` naming what is missing, or that the packages are those of another version.
    public init(runtime: String, python: String) throws {
        self.runtime = runtime
        self.python = python
        for (path, remedy) in [
            (launcher, "name the folder of the sandbox's runtime"),
            (interpreter, "run 'secucogen setup', which makes the solutions' Python"),
        ] where !FileManager.default.fileExists(atPath: path) {
            throw UserError("'\(path)' is missing", remedy: remedy)
        }
        let pins = [runtime, python].map { try? Data(contentsOf: URL(filePath: $0 + "/requirements.txt")) }
        guard pins[0] == pins[1] else {
            throw UserError(
                "the packages in '\(python)' are not those that this version of secucogen wants",
                remedy: "run 'secucogen setup' again (in a clone: Scripts/bootstrap)")
        }
    }

    /// The command that starts a worker.
    /// - Parameter level: the only one to try; nil for the tightest that the machine allows.
    func command(for profile: Profile, level: SandboxLevel?) -> [String] {
        let level = level.map { ["--level", "\($0.rawValue)"] } ?? []
        return launchPrefix + [interpreter, "-I", "-S", launcher, "--profile", profile.rawValue] + level
    }

    var launcher: String { runtime + "/launch.py" }
    var interpreter: String { python + "/bin/python3" }
    var environment: [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["LD_LIBRARY_PATH": python + "/lib", "PATH": path]
    }
}
