import ArgumentParser
import Dispatch
import EvaluationCore
import Foundation

/// Control-C and SIGTERM end a run at once: what is under way can be asked again, what has arrived is kept.
enum Interruption {
    /// Runs `body` in a task that the first of these signals cancels. A second one ends the process on the spot.
    static func cancelling<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result) async throws
        -> Result
    {
        let task = Task(operation: body)
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if task.isCancelled { _exit(130) }
                task.cancel()
                Terminal.note("\nending; what has arrived is kept")
                DispatchQueue.global().asyncAfter(deadline: .now() + longest) {
                    Failure.report("interrupted; the same command goes on where it stopped")
                    _exit(Failure.incomplete.rawValue)
                }
            }
            source.resume()
            return (number, source)
        }
        defer {
            for (number, source) in sources {
                source.cancel()
                signal(number, SIG_DFL)
            }
        }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    /// Seconds until the process ends all the same, should something not let itself be cancelled. All that counts is durable by then.
    private static let longest = 1.5
}
