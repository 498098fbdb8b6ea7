import ArgumentParser
import Foundation
import ModelClients

/// An option that its command does not have.
///
/// The parser names what is missing before what it does not know: of `run --modle x` it says that `--model` is missing.
/// And it takes any near name for the one that was meant, also where `--help` was.
struct UnknownOption {
    var name: String
    /// The option that was probably meant.
    var suggestion: String?

    /// The first one of a command line, if there is one.
    ///
    /// - Parameter arguments: without the program's name.
    init?(in arguments: [String], of root: any ParsableCommand.Type) {
        guard let help = try? JSONDecoder().decode(Help.self, from: Data(root._dumpHelp().utf8)) else { return nil }
        var (command, rest) = (help.command, arguments[...])
        while let next = command.subcommands?.first(where: { $0.commandName == rest.first }) {
            (command, rest) = (next, rest.dropFirst())
        }
        let known = command.options + ["help", "version"]
        let given = rest.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }
            .map { String($0.dropFirst(2).prefix { $0 != "=" }) }
        guard let name = given.first(where: { !known.contains($0) }) else { return nil }
        self.name = name
        suggestion = NearMiss.suggestion(for: name.lowercased(), among: known)
    }

    /// What the parser knows of its commands, as far as it is needed here.
    private struct Help: Decodable {
        var command: Command

        struct Command: Decodable {
            var commandName: String
            var subcommands: [Command]?
            var arguments: [Argument]?

            /// Long names.
            var options: [String] {
                (arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }.map(\.name)
            }
        }

        struct Argument: Decodable {
            var names: [Name]?
        }

        struct Name: Decodable {
            var kind: String
            var name: String
        }
    }
}
