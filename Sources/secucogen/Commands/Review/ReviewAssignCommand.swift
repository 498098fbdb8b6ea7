import ArgumentParser
import EvaluationCore
import Foundation
import RunStore

struct ReviewAssignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Gives the items of a review to one more rater.",
        discussion: """
            All items that they have not got yet, or with --instead-of those that somebody has not judged, who then has them no \
            more.

            Examples:
              secucogen review assign my.review --rater carl
              secucogen review assign my.review --rater carl --instead-of ada
            """)

    @Argument(help: "The review's file.", completion: .file()) var file: String
    @Option(help: "Who judges from now on.") var rater: String
    @Option(help: "Take over what this rater has not judged.") var insteadOf: String?

    func validate() throws {
        guard isPersonName(rater) else { throw ValidationError(personNameRule("--rater", rater)) }
    }

    func run() throws {
        let review = try ReviewFile(opening: URL(filePath: file))
        let count = try review.assign(rater, insteadOf: insteadOf)
        Terminal.note("\(count) items for \(Terminal.harmless(rater))")
    }
}
