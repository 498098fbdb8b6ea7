import ArgumentParser
import EvaluationCore
import Foundation
import RunStore

struct ReviewCollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Takes in what a rater says, as JSON lines; all of a file or nothing.",
        discussion: """
            Each line has an 'item' and a 'verdict': secure, insecure, incorrect or cannot-tell; null takes back what was \
            said. Beside them as you like: 'confidence' (1 to 3), 'lines' (of the code, from 1), 'input' that shows it, \
            'note', 'seconds'. What is said last of an item counts.

            Examples:
              secucogen review collect my.review judgements.jsonl --rater ada
            """)

    @Argument(help: "The review's file.", completion: .file()) var file: String
    @Argument(help: "A file of JSON lines; '-' is standard input.", completion: .file()) var input: String
    @Option(help: "Who says it.") var rater: String

    func run() async throws {
        let review = try ReviewFile(opening: URL(filePath: file))
        try review.checkRater(rater)
        let given = Set(try review.items(of: rater).map(\.id))
        var entries: [ReviewItem.ID: Judgement?] = [:]
        let lines = try InputLines(path: input)
        while let line = try await lines.next() {
            let place = "\(input):\(line.number)"
            guard case .whole(let data, _) = line else { throw UserError("\(place): is too long") }
            let entry = try entry(data, place)
            guard given.contains(entry.item) else {
                throw UserError(
                    "\(place): the item '\(entry.item)' is none of \(rater)'s",
                    remedy: "'secucogen review items \(file) --rater \(rater)' lists them")
            }
            guard entries[entry.item] == nil else {
                throw UserError("\(place): the item '\(entry.item)' comes a second time")
            }
            entries.updateValue(entry.judgement, forKey: entry.item)
        }
        try review.submit(entries, rater: rater)
        let left = given.count - (try review.judgements()[rater]?.count ?? 0)
        Terminal.note("\(entries.count) judgements taken; \(left) of \(given.count) items left")
    }

    private func entry(_ data: Data, _ place: String) throws -> ReviewEntry {
        do {
            return try JSONDecoder().decode(ReviewEntry.self, from: data)
        } catch {
            let verdicts = Judgement.Verdict.allCases.map(\.rawValue).joined(separator: ", ")
            throw UserError(
                "\(place): is no judgement",
                remedy: "write an object with 'item' and 'verdict' (\(verdicts)); --help describes the rest")
        }
    }
}
