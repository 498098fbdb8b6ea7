import ArgumentParser
import EvaluationCore
import Foundation

struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "What a shell needs to complete commands, options, samples, types, models and run files.",
        discussion: """
            Without --install the script goes to standard output.

            Examples:
              secucogen completions --install
              source <(secucogen completions bash)
            """)

    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish
    }

    @Argument(help: "bash, zsh or fish (default: the one in SHELL).") var shell: Shell?
    @Flag(help: "Write it where the shell looks for it, in your own folders.") var install = false

    func run() throws {
        let name = ProcessInfo.processInfo.environment["SHELL"].map { URL(filePath: $0).lastPathComponent } ?? ""
        guard let shell = shell ?? Shell(rawValue: name) else {
            throw UserError(
                "no completions are known for the shell '\(name)'",
                remedy: "name one of \(Shell.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let script = Secucogen.completionScript(for: CompletionShell(rawValue: shell.rawValue)!)
        guard install else { return Terminal.result(script) }
        let file = place(of: shell)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(script.utf8).write(to: file)
        } catch {
            throw UserError("\(file.path): cannot be written (\(error.localizedDescription))")
        }
        Terminal.note("written to \(Terminal.harmless(file.path))")
        if let hint = hint(for: shell, file) { Terminal.note(Terminal.harmless(hint)) }
    }

    /// Where each shell looks by itself; zsh only in folders that `fpath` names.
    private func place(of shell: Shell) -> URL {
        let folders = UserFolders()
        return switch shell {
        case .bash: folders.data.appending(path: "bash-completion/completions/secucogen")
        case .zsh: folders.data.appending(path: "zsh/site-functions/_secucogen")
        case .fish: folders.configuration.appending(path: "fish/completions/secucogen.fish")
        }
    }

    private func hint(for shell: Shell, _ file: URL) -> String? {
        switch shell {
        case .bash: "a new shell has them, where the package bash-completion is installed"
        case .zsh:
            "once, before compinit in .zshrc: fpath=(\(file.deletingLastPathComponent().path) $fpath)"
        case .fish: nil
        }
    }
}
