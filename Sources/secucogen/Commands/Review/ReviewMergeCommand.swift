import ArgumentParser
import Foundation
import RunStore

struct ReviewMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Puts together copies of one review that were worked on apart.",
        discussion: """
            Of each rater and item what was said last counts. Merging twice changes nothing.

            Examples:
              secucogen review merge my.review copy-of-ada.review copy-of-ben.review
            """)

    @Argument(help: "The review that takes everything in.", completion: .file()) var file: String
    @Argument(help: "Copies of it.", completion: .file()) var others: [String]

    func run() throws {
        let review = try ReviewFile(opening: URL(filePath: file))
        for other in others {
            let new = try review.merge(try ReviewFile(opening: URL(filePath: other)))
            Terminal.note("\(other): \(new) new judgements")
        }
    }
}
