internal import Foundation

/// How a program is started.
struct ProgramCommand: Sendable, Hashable {
    var executable: String
    var arguments: [String]
    var environment: [String: String]

    /// A line for the shell.
    static func shell(_ line: String, environment: [String: String]) -> ProgramCommand {
        ProgramCommand(executable: "/bin/sh", arguments: ["-c", line], environment: environment)
    }
}
