import ArgumentParser
import EvaluationCore
import Foundation

/// Ends the process with one clear line and the exit code that scripts rely on:
/// 0 done, 1 a gate failed, 2 bad input or environment, 3 incomplete (the same command goes on), 64 bad usage.
enum Failure {
    static let gate = ExitCode(1)
    static let incomplete = ExitCode(3)

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
        default:
            command.exit(withError: error)
        }
    }

    static func report(_ message: String) {
        FileHandle.standardError.write(Data("secucogen: \(Terminal.harmless(message))\n".utf8))
    }
}
