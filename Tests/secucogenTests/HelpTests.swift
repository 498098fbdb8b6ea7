import Foundation
import TestSupport
import Testing

/// What `--help` shows, of every command that there is.
@Suite(.timeLimit(.minutes(3))) struct HelpTests {
    private struct Dump: Decodable { var command: Command }

    private struct Command: Decodable {
        var commandName: String
        var discussion: String?
        var arguments: [Argument]?
        var subcommands: [Command]?

        /// This command and all below it, each with the words that lead to it.
        func all(after words: [String] = []) -> [(words: [String], command: Command)] {
            let words = words + [commandName]
            return [(words, self)] + (subcommands ?? []).flatMap { $0.all(after: words) }
        }

        var options: Set<String> {
            Set((arguments ?? []).flatMap { ($0.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name } })
        }

        /// The lines of the discussion that begin with the program's name.
        var examples: [[String]] {
            (discussion ?? "").split(separator: "\n").compactMap { line in
                guard let start = line.range(of: #"(^\s+|[|(] ?)secucogen "#, options: .regularExpression) else {
                    return nil
                }
                return ["secucogen"] + line[start.upperBound...].split(separator: " ").map(String.init)
            }
        }
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
        }
        var names: [Name]?
    }

    private func commands() async throws -> [(words: [String], command: Command)] {
        let dump = try await CommandLineTool.run(["--experimental-dump-help"])
        return try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command.all()
            .filter { !$0.words.contains("help") }
    }

    @Test func `every command shows an example of itself`() async throws {
        let commands = try await commands()
        #expect(commands.count > 15)
        for (words, command) in commands {
            #expect(command.examples.contains { $0.starts(with: words) }, "\(words)")
        }
    }

    @Test func `an example uses commands and options that there are`() async throws {
        let commands = try await commands()
        for example in commands.flatMap(\.command.examples) {
            let found = commands.filter { example.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
            let (words, command) = try #require(found)
            #expect(words.count > 1, "\(example)")
            for word in example where word.hasPrefix("--") {
                let name = String(word.prefix { $0 != "=" })
                #expect(command.options.contains(name), "\(example) has \(name)")
            }
        }
    }

    @Test func `a line of an example fits the terminal`() async throws {
        for (words, command) in try await commands() {
            for line in (command.discussion ?? "").split(separator: "\n") where line.hasPrefix("  ") {
                #expect(line.count <= 80, "\(words): \(line)")
            }
        }
    }
}
