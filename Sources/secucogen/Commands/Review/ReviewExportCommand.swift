import ArgumentParser
import EvaluationCore
import Foundation
import Reports
import RunStore

struct ReviewExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes everything that a review holds, for other programs.",
        discussion: """
            A line of JSON lines is an item with its code, the attempts behind it, what each rater says and what was decided; \
            a line of CSV is one judgement. It shows the checks' verdicts.

            Examples:
              secucogen review export my.review > my-review.jsonl
              secucogen review export my.review --format csv > my-review.csv
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case jsonl, csv
    }

    @Argument(help: "The review's file.", completion: .file()) var file: String
    @Option(help: "jsonl or csv.") var format: Format = .jsonl

    func run() throws {
        let review = try ReviewFile(opening: URL(filePath: file))
        let judgements = try review.judgements()
        let decisions = try review.decisions()
        let sources = Dictionary(grouping: try review.sources(), by: \.item)
        switch format {
        case .jsonl:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            for item in try review.items() {
                let line = Line(
                    item: item.id, sample: item.sample, code: item.code, sources: sources[item.id] ?? [],
                    judgements: judgements.compactMapValues { $0[item.id] },
                    decisions: Decision.Phase.allCases.compactMap { decisions[$0]?[item.id] })
                Terminal.result(String(decoding: try encoder.encode(line), as: UTF8.self))
            }
        case .csv:
            Terminal.result("item,sample,rater,verdict,confidence,lines,input,note,seconds,checks")
            for item in try review.items() {
                for (rater, said) in judgements.sorted(by: { $0.key < $1.key }) {
                    guard let judgement = said[item.id] else { continue }
                    let fields = [
                        item.id, item.sample.description, rater, judgement.verdict.rawValue,
                        judgement.confidence.map { "\($0.rawValue)" } ?? "",
                        judgement.lines.map(String.init).joined(separator: " "), judgement.input ?? "",
                        judgement.note ?? "", judgement.seconds.map { $0.fixed(1) } ?? "",
                        sources[item.id]?.first?.verdict.rawValue ?? "",
                    ]
                    Terminal.result(fields.map(csvField).joined(separator: ","))
                }
            }
        }
    }

    private struct Line: Encodable {
        var item: ReviewItem.ID
        var sample: SampleID
        var code: String
        var sources: [ReviewSource]
        var judgements: [String: Judgement]
        /// Blind first.
        var decisions: [Decision]
    }
}
