internal import Foundation

/// How a program is started.
struct ProgramCommand: Sendable, Hashable {
    var executable: String
    var arguments: [String]
    var environment: [String: String]
    /// What it does not see.
    var wall: AgentWall?

    /// A line for the shell.
    static func shell(_ line: String, environment: [String: String]) -> ProgramCommand {
        ProgramCommand(executable: "/bin/sh", arguments: ["-c", line], environment: environment)
    }

    /// The same behind its wall, with files of at most 1 GiB.
    func behindItsWall() -> ProgramCommand {
        var command = self
        let limited = ["/bin/sh", "-c", "ulimit -f 2097152; exec \"$@\"", "sh", executable] + arguments
        command.executable = "/usr/bin/env"
        command.arguments = (wall.map { ["bwrap"] + $0.arguments } ?? []) + limited
        return command
    }
}
