import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import RunStore

struct ReviewItemsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "items",
        abstract: "What a rater is to judge, for other tools, in the rater's own order.",
        discussion: """
            Each line has the item, the sample, the text with what has to be guarded against, and the code; nothing that \
            tells where the code is from. 'secucogen review collect' takes the answers.

            For Label Studio, set up a project by the labelling configuration, and import the tasks. What the rater has \
            judged already stands in them as annotations.

            Examples:
              secucogen review items my.review --rater ada > ada.jsonl
              secucogen review items my.review --rater ada --left    not judged yet
              secucogen review items my.review --rater ada \\
                --format label-studio-config > config.xml
              secucogen review items my.review --rater ada \\
                --format label-studio > tasks.json
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case jsonl
        case labelStudio = "label-studio"
        case labelStudioConfig = "label-studio-config"
    }

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "The review's file.", completion: .file()) var file: String
    @Option(help: "Whose items.") var rater: String
    @Flag(help: "Only those that are not judged yet.") var left = false
    @Option(help: "jsonl, label-studio, or label-studio-config for the labelling configuration.")
    var format: Format = .jsonl

    func run() throws {
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let review = try ReviewFile(opening: URL(filePath: file))
        try review.checkRater(rater)
        try review.noteChangedTexts(dataset.samples)
        let judged = try review.judgements()[rater] ?? [:]
        let items = try review.items(of: rater).filter { !left || judged[$0.id] == nil }.map { item in
            guard let sample = dataset.sample(item.sample) else {
                throw UserError("the dataset has no sample \(item.sample)", remedy: "give the review's own (--dataset)")
            }
            return (item, sample)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        switch format {
        case .jsonl:
            encoder.keyEncodingStrategy = .convertToSnakeCase
            for (item, sample) in items {
                let line = Line(
                    item: item.id, sample: item.sample, weaknesses: sample.weaknesses, problem: sample.problem,
                    problemAware: sample.problemAware, code: item.code)
                Terminal.result(String(decoding: try encoder.encode(line), as: UTF8.self))
            }
        case .labelStudio:
            let tasks = items.map { LabelStudioTask($0, of: $1, judgement: judged[$0.id]) }
            Terminal.result(String(decoding: try encoder.encode(tasks), as: UTF8.self))
        case .labelStudioConfig:
            Terminal.result(LabelStudioQuestion.configuration)
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
