import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import Reports
import RunStore

struct ReviewCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Draws programs from runs, and gives them to raters.",
        discussion: """
            The rule is the paper's unless you say otherwise: five samples of each type, drawn by the seed, and the first \
            two answers to each question. Programs that are alike are one item. Answers without code are left out.

            Examples:
              secucogen review create my.review my.run --rater ada --rater ben
              secucogen review create my.review a.run b.run --rater ada --items 90
              secucogen review create my.review my.run --rater ada --stratify
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(help: "The review's file, which must not exist yet.", completion: .file()) var file: String
    @Argument(help: "Run files with scores.", completion: .runFiles) var runs: [String]
    @Option(name: .customLong("rater"), help: "Who judges. Repeatable.") var names: [String] = []
    @Option(help: "How many raters judge each item (default: all, two at most).") var raters: Int?
    @Option(name: .customLong("per-type"), help: "Samples of each type.") var samplesPerType = 5
    @Option(help: "Answers to each question, the first ones.") var attempts = 2
    @Option(name: .customLong("items"), help: "No more items than this, equally many of each type as far as that goes.")
    var most: Int?
    @Flag(help: "With --items: equally many of each verdict too. Raters are not told.") var stratify = false
    @Option(help: "Of all that is drawn.") var seed: UInt32 = 0

    func validate() throws {
        guard !names.isEmpty else { throw ValidationError("name at least one --rater") }
        guard Set(names).count == names.count else { throw ValidationError("--rater names somebody twice") }
        for name in names where !isPersonName(name) { throw ValidationError(personNameRule("--rater", name)) }
        guard (1...names.count).contains(raters ?? 1) else {
            throw ValidationError("--raters has to be from 1 to \(names.count), as many as are named")
        }
        guard samplesPerType > 0, attempts > 0, most ?? 1 > 0 else {
            throw ValidationError("--per-type, --attempts and --items count from 1")
        }
        guard !stratify || most != nil else { throw ValidationError("--stratify goes with --items") }
    }

    func run() throws {
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let plan = ReviewPlan(
            samplesPerType: samplesPerType, attempts: attempts, ratersPerItem: raters ?? min(2, names.count),
            most: most, isStratified: stratify, seed: seed)
        let files = try runs.map { (path: $0, run: try RunFile(reading: URL(filePath: $0))) }
        // Of what all runs were asked, so that several runs are judged on the same samples.
        let asked = try Set(files.flatMap { try $0.run.plan().samples })
        if let foreign = asked.subtracting(dataset.samples.map(\.id)).min() {
            throw UserError("the runs have the sample \(foreign), and the dataset has not")
        }
        let subset = paperSubset(of: asked, seed: seed, perType: samplesPerType)
        var candidates: [ReviewItem.ID: (item: ReviewItem, sources: [ReviewSource])] = [:]
        var withoutCode = 0
        for (path, run) in files {
            let (label, model) = (try run.label(), try run.plan().model)
            try run.forEachAttempt { attempt, score in
                let key = attempt.key
                guard subset.contains(key.sample), key.task.yieldsCode, key.index < attempts else { return }
                guard let score, case .code(let extracted, let verdict, _) = score.result else {
                    throw UserError("\(path): is not scored", remedy: "secucogen score \(path)")
                }
                guard let code = extracted?.code else {
                    withoutCode += 1
                    return
                }
                let id = ReviewItem.id(of: code, for: key.sample)
                let source = ReviewSource(
                    item: id, run: label, model: model, key: key, verdict: verdict.kind, cause: verdict.cause,
                    detail: verdict.detail)
                candidates[id, default: (ReviewItem(id: id, sample: key.sample, code: code), [])].sources.append(source)
            }
        }
        guard !candidates.isEmpty else { throw UserError("the runs hold no program to judge") }
        let draw = ReviewDraw(Array(candidates.values), plan: plan)
        let assignments = ReviewDraw.assignments(draw.items.map(\.id), raters: names, plan: plan)
        _ = try ReviewFile(
            creating: URL(filePath: file), plan: plan, datasetDigest: Digests.texts(of: dataset.samples), draw: draw,
            assignments: assignments)
        let left = withoutCode > 0 ? "; \(withoutCode) answers without code left out" : ""
        Terminal.note("\(draw.items.count) items of \(draw.sources.count) answers, \(names.count) raters\(left)")
        Terminal.note("next: secucogen review serve \(Terminal.harmless(file))")
    }
}
