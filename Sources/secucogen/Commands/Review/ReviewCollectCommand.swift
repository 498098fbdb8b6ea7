import ArgumentParser
import EvaluationCore
import Foundation
import RunStore

struct ReviewCollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Takes in what a rater says, all of a file or nothing.",
        discussion: """
            Each line of JSON lines has an 'item' and a 'verdict': secure, insecure, incorrect or cannot-tell; null takes \
            back what was said. Beside them as you like: 'confidence' (1 to 3), 'lines' (of the code, from 1), 'input' \
            that shows it, 'note', 'seconds'. What is said last of an item counts.

            From Label Studio it takes an export as JSON of a project that was set up by 'review items'. Tasks that \
            nobody annotated, or that were skipped, say nothing.

            Examples:
              secucogen review collect my.review judgements.jsonl --rater ada
              secucogen review collect my.review export.json --rater ada \\
                --format label-studio --annotator ada@example.org
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case jsonl
        case labelStudio = "label-studio"
    }

    @Argument(help: "The review's file.", completion: .file()) var file: String
    @Argument(help: "The file to take in; '-' is standard input.", completion: .file()) var input: String
    @Option(help: "Who says it.") var rater: String
    @Option(help: "jsonl or label-studio.") var format: Format = .jsonl
    @Option(help: "Which user of Label Studio that is, by number or mail address; needed when there are several.")
    var annotator: String?

    func validate() throws {
        if annotator != nil, format != .labelStudio {
            throw ValidationError("--annotator goes with --format label-studio")
        }
    }

    func run() async throws {
        let review = try ReviewFile(opening: URL(filePath: file))
        try review.checkRater(rater)
        let said =
            switch format {
            case .jsonl: try await Self.lines(of: input)
            case .labelStudio: try LabelStudioExport(path: input).entries(by: annotator)
            }
        let given = Dictionary(try review.items(of: rater).map { ($0.id, $0) }) { first, _ in first }
        var entries: [ReviewItem.ID: Judgement?] = [:]
        for (place, entry) in said {
            guard given[entry.item] != nil else {
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

    private static func lines(of input: String) async throws -> [(place: String, ReviewEntry)] {
        var entries: [(String, ReviewEntry)] = []
        let lines = try InputLines(path: input)
        while let line = try await lines.next() {
            let place = "\(input):\(line.number)"
            guard case .whole(let data, _) = line else { throw UserError("\(place): is too long") }
            do {
                entries.append((place, try JSONDecoder().decode(ReviewEntry.self, from: data)))
            } catch {
                let verdicts = Judgement.Verdict.allCases.map(\.rawValue).joined(separator: ", ")
                throw UserError(
                    "\(place): is no judgement",
                    remedy: "write an object with 'item' and 'verdict' (\(verdicts)); --help describes the rest")
            }
        }
        return entries
    }
}
