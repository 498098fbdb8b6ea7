import Dispatch
import EvaluationEngine
import Foundation

/// Control-C and SIGTERM end a run gently; a second one ends it at once, and still loses nothing that was finished.
enum Interruption {
    static func flipping<Result>(_ stop: StopSwitch, _ body: () async throws -> Result) async throws -> Result {
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if stop.wasFlipped { _exit(130) }
                stop.flip()
                Terminal.note("\nfinishing what is under way; once more ends at once")
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
        return try await body()
    }
}
