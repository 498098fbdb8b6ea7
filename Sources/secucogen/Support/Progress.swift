import EvaluationCore
import EvaluationEngine
import Foundation

enum Progress {
    /// Follows to the end, on standard error.
    static func show(_ source: some ProgressSource) async {
        let printer = ProgressPrinter(terminalWidth: Terminal.errorsAreShown ? Terminal.width : nil) { text in
            Terminal.progress(text)
        }
        await printer.follow(source)
    }
}

extension EvaluationOutcome {
    /// - Throws: exit code 3 with one line when the same command has something left to do.
    func checkComplete() throws {
        let missing = progress.total - progress.done
        switch ending {
        case .complete:
            if progress.harnessErrors > 0 {
                Failure.report(
                    "\(progress.harnessErrors) answers could not be judged for a reason of ours; the same command tries again"
                )
                throw Failure.incomplete
            }
            return
        case .unavailable(let reason):
            Failure.report("\(reason); \(missing) answers are missing, the same command goes on")
        case .budgetReached(let reason):
            Failure.report("\(reason) is reached; \(missing) answers are missing, the same command goes on")
        case .interrupted:
            Failure.report("interrupted; \(missing) answers are missing, the same command goes on")
        }
        throw Failure.incomplete
    }
}
