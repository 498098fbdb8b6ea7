import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import RunStore

struct ReviewItemsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "items",
        abstract: "What a rater is to judge, as JSON lines in the rater's own order.",
        discussion: """
            Each line has the item, the sample, the text with what has to be guarded against, and the code; nothing that \
            tells where the code is from. 'secucogen review collect' takes the answers.

            Examples:
              secucogen review items my.review --rater ada > ada.jsonl
              secucogen review items my.review --rater ada --left    not judged yet
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "The review's file.", completion: .file()) var file: String
    @Option(help: "Whose items.") var rater: String
    @Flag(help: "Only those that are not judged yet.") var left = false

    func run() throws {
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let review = try ReviewFile(opening: URL(filePath: file))
        try review.checkRater(rater)
        try review.noteChangedTexts(dataset.samples)
        let judged = left ? try review.judgements()[rater] ?? [:] : [:]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        for item in try review.items(of: rater) where judged[item.id] == nil {
            guard let sample = dataset.sample(item.sample) else {
                throw UserError("the dataset has no sample \(item.sample)", remedy: "give the review's own (--dataset)")
            }
            let line = Line(
                item: item.id, sample: item.sample, weaknesses: sample.weaknesses, problem: sample.problem,
                problemAware: sample.problemAware, code: item.code)
            Terminal.result(String(decoding: try encoder.encode(line), as: UTF8.self))
        }
    }

    private struct Line: Encodable {
        var item: ReviewItem.ID
        var sample: SampleID
        var weaknesses: [String]
        var problem: String
        var problemAware: String
        var code: String
    }
}

extension ReviewFile {
    func noteChangedTexts(_ samples: [Sample]) throws {
        if try datasetDigest() != Digests.texts(of: samples) {
            Terminal.note("the texts of the dataset have changed since the review was made")
        }
    }
}
