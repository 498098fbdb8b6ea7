import ArgumentParser
import EvaluationCore
import Foundation
import RunStore

struct ReviewInviteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Makes a personal link to a review's server, or takes one back.",
        discussion: """
            Somebody's earlier link holds no more once they have another. The file keeps no link, but only what is needed \
            to know it again: a link that is lost is made anew.

            Examples:
              secucogen review invite my.review ada
              secucogen review invite my.review eve --adjudicator
              secucogen review invite my.review ada --revoke
              secucogen review invite my.review    who has a link
            """)

    @Argument(help: "The review's file.", completion: .file()) var file: String
    @Argument(help: "Raters, or with --adjudicator who settles differences.") var names: [String] = []
    @Flag(help: "They settle differences instead of judging.") var adjudicator = false
    @Flag(help: "Their links hold no more.") var revoke = false
    @Option(help: "Where the review is served.") var address = "http://127.0.0.1:8790"

    func validate() throws {
        guard let _ = ReviewAddress(address) else {
            throw ValidationError("--address '\(address)': write http:// or https:// and a host, without a path")
        }
        guard !revoke || !names.isEmpty else { throw ValidationError("--revoke: say whose") }
        for name in names where adjudicator && !isPersonName(name) { throw ValidationError(personNameRule("", name)) }
    }

    func run() throws {
        let review = try ReviewFile(opening: URL(filePath: file))
        let people = names.map { adjudicator ? ReviewPerson.adjudicator($0) : .rater($0) }
        if people.isEmpty {
            for person in try review.invited() { Terminal.result(person.title) }
            return
        }
        for person in people {
            if revoke {
                guard try review.revoke(person) else { throw UserError("\(person.title) has no link") }
                Terminal.note("\(person.title): the link holds no more")
            } else {
                let origin = ReviewAddress(address)?.origin ?? address
                Terminal.result("\(person.title): \(origin)/enter#\(try review.invite(person))")
            }
        }
    }
}
