import ArgumentParser
import EvaluationCore
import Foundation
import RunStore

struct ReviewAssignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Gives the items of a review to one more rater.",
        discussion: """
            Examples:
              secucogen review assign my.review --rater carl                      all items
              secucogen review assign my.review --rater carl --instead-of ada     what ada has not judged
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
