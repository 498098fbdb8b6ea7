import Configuration
import EvaluationCore
import Foundation
import SystemPackage

/// Values of options that the command line leaves out: from the environment first, then from the file beside the work,
/// then from the user's own.
struct ConfiguredDefaults {
    /// Where values may come from, the strongest first.
    private let sources: [Source]

    private struct Source {
        var label: String
        var isFile: Bool
        var values: ConfigReader
    }

    /// - Throws: `UserError` for a file that cannot be used.
    private init() async throws {
        let variables = EnvironmentVariablesProvider()
        var sources = [
            Source(
                label: "the environment", isFile: false,
                values: ConfigReader(provider: variables).scoped(to: "secucogen"))
        ]
        for file in ConfigurationFile.found() {
            guard try file.holdsValues() else { continue }
            let provider = try await FileProvider<YAMLSnapshot>(filePath: FilePath(file.url.path))
            sources.append(Source(label: file.label, isFile: true, values: ConfigReader(provider: provider)))
        }
        self.sources = sources
    }

    /// The command line with what it leaves out, and what was taken from which file.
    struct Completed: Equatable {
        var arguments: [String]
        /// `secucogen.yaml: model, base-url`, one for each file that gave anything.
        var told: [String]
    }

    /// A command that takes nothing from a configuration does not read it either.
    ///
    /// - Parameter arguments: without the program's name.
    static func completing(_ arguments: [String]) async throws -> Completed {
        let commands = Set(ConfigurableOption.all.flatMap(\.commands))
        guard !arguments.contains(where: { ["--help", "-h", "--version"].contains($0) }),
            let command = commands.first(where: { arguments.starts(with: words($0)) })
        else { return Completed(arguments: arguments, told: []) }
        return try await ConfiguredDefaults().completing(arguments, of: command)
    }

    private static func words(_ command: String) -> [String] { command.split(separator: " ").map(String.init) }

    private func completing(_ arguments: [String], of command: String) throws -> Completed {
        var added: [String] = []
        var taken: [String: [String]] = [:]
        for option in ConfigurableOption.all where option.commands.contains(command) && !option.isGiven(in: arguments) {
            guard let (source, value) = value(of: option) else { continue }
            guard let argument = try option.argument(for: value, from: source.isFile ? source.label : option.variable)
            else { continue }
            added.append(argument)
            if source.isFile { taken[source.label, default: []].append(option.name) }
        }
        let length = Self.words(command).count
        return Completed(
            arguments: arguments.prefix(length) + added + arguments.dropFirst(length),
            told: sources.compactMap { source in
                taken[source.label].map { "\(source.label): \($0.joined(separator: ", "))" }
            })
    }

    private func value(of option: ConfigurableOption) -> (Source, String)? {
        for source in sources {
            if let value = source.values.string(forKey: ConfigKey(option.name)), !value.isEmpty {
                return (source, value)
            }
        }
        return nil
    }
}
