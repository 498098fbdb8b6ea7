internal import Foundation

/// Hides folders from an agent, and ends with it whatever it has started: a mount and a process namespace of its own.
struct AgentWall: Sendable, Hashable {
    private let folders: [String]

    /// - Returns: nil where bubblewrap is missing or may not make namespaces.
    init?(hiding folders: [String]) {
        self.folders = folders.filter { FileManager.default.fileExists(atPath: $0) }
        let trial = Process()
        trial.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        trial.arguments = ["bwrap"] + arguments + ["true"]
        (trial.standardOutput, trial.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        guard (try? trial.run()) != nil else { return nil }
        trial.waitUntilExit()
        guard trial.terminationStatus == 0 else { return nil }
    }

    /// Of bubblewrap, with the command to follow. Not `--die-with-parent`: to the kernel a parent is a thread, and ours come
    /// and go.
    var arguments: [String] {
        ["--dev-bind", "/", "/", "--proc", "/proc", "--unshare-pid"]
            + folders.flatMap { ["--tmpfs", $0] } + ["--"]
    }
}
