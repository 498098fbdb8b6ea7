import ArgumentParser
import EvaluationCore
import Foundation

/// Ends the process with one clear line and the exit code that scripts rely on:
/// 0 done, 1 a gate failed, 2 bad input or environment, 3 incomplete (the same command goes on), 64 bad usage.
enum Failure {
    static let gate = ExitCode(1)
    static let incomplete = ExitCode(3)
    static let usage = ExitCode(64)

    static func exit(with error: any Error, _ command: any ParsableCommand.Type) -> Never {
        switch error {
        case let error as UserError:
            report("\(error)")
            Foundation.exit(2)
        case let error as ModelError:
            report(error.description)
            Foundation.exit(error.kind == .unavailable ? incomplete.rawValue : 2)
        case is CancellationError:
            report("interrupted; the same command goes on where it stopped")
            Foundation.exit(incomplete.rawValue)
        case let error as UsageError:
            report(error.description)
            Foundation.exit(usage.rawValue)
        default:
            guard command.exitCode(for: error) == usage else { unexpected(error, command) }
            let line = line(for: error, command)
            report(line + (line.hasSuffix("?") ? " See" : "; see") + " secucogen \(commandPath) --help")
            Foundation.exit(usage.rawValue)
        }
    }

    private static func line(for error: any Error, _ command: any ParsableCommand.Type) -> String {
        if let option = UnknownOption(in: Array(CommandLine.arguments.dropFirst()), of: command) {
            let hint = option.suggestion.map { "; did you mean '--\($0)'?" } ?? ""
            return "there is no option '--\(option.name)' here\(hint)"
        }
        return command.message(for: error).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// What is left: help and version, gates, and errors of the system, of which a person wants one sentence.
    private static func unexpected(_ error: any Error, _ command: any ParsableCommand.Type) -> Never {
        guard !(error is ExitCode), !(error is CleanExit), command.exitCode(for: error) == .failure else {
            command.exit(withError: error)
        }
        let cause = (error as NSError).localizedFailureReason ?? (error as NSError).localizedDescription
        report("something went wrong that should not: \(cause)")
        Foundation.exit(2)
    }

    /// `dataset list` of `secucogen dataset list --format text`.
    private static var commandPath: String {
        CommandLine.arguments.dropFirst().prefix { !$0.hasPrefix("-") }.prefix(2)
            .filter { $0.allSatisfy { $0.isLetter } }.joined(separator: " ")
    }

    static func report(_ message: String) {
        Terminal.note("secucogen: \(Terminal.harmless(message))")
    }
}
