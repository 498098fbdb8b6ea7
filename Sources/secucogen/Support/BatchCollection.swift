import Dataset
import EvaluationCore
import EvaluationEngine
import Foundation
import ModelClients
import RunStore

/// Takes into a run what came of its requests.
struct BatchCollection {
    /// Where a run keeps the name of the template that its requests were written with.
    static let infillTemplate = "infill-template"

    let dataset: LoadedDataset
    let prompts: PromptLibrary
    let run: String

    /// What was found, so that nothing is dropped in silence.
    private struct Summary {
        var answered = 0
        var refused = 0
        /// Answered before, in the run or in the file.
        var repeated = 0
        var foreign: [String] = []
        /// What went wrong, by attempt.
        var failed: [AttemptKey: String] = [:]
    }

    /// Nothing of a file is taken when one of its lines cannot be read.
    ///
    /// - Throws: `UserError` with place for such a line, and when the run was made with other prompts.
    func take(_ answers: String) async throws {
        let file = try RunFile(scoring: URL(filePath: run))
        defer { file.close() }
        let provenance = try file.provenance()
        try Self.checkPrompts(of: provenance, prompts, run)
        let plan = try file.plan()
        let stored = try file.sampleDigests()
        for sample in dataset.samples where stored[sample.id] != nil {
            guard stored[sample.id] == Digests.texts(of: [sample]) else {
                throw UserError(
                    "\(run): was made with another version of \(sample.id)", remedy: "give its own --dataset")
            }
        }
        let recorder = RunFileRecorder(file, scorer: "")
        let before = try await recorder.finishedAttempts()
        var hasAnswer = try file.results().attempts.contains { $0.refusal == nil }
        var reading = try BatchAnswers(path: answers)
        while let result = try reading.next() {
            if case .answered = result.outcome { hasAnswer = true }
        }
        let summary = try await record(
            answers, plan, provenance, before, recorder, rejectionIsRefusal: hasAnswer)
        tell(summary, answers, left: plan.attemptKeys().count - before.count - summary.answered - summary.refused)
    }

    private func record(
        _ answers: String, _ plan: Plan, _ provenance: Provenance, _ before: Set<AttemptKey>,
        _ recorder: RunFileRecorder, rejectionIsRefusal: Bool
    ) async throws -> Summary {
        let planned = Set(plan.attemptKeys())
        let template = provenance.model.details[Self.infillTemplate]
        var source = PromptSource(plan: plan, renderer: prompts)
        var (summary, finished): (Summary, Set<AttemptKey>) = (Summary(), before)
        var batch: [Attempt] = []
        var reading = try BatchAnswers(path: answers)
        while let (id, outcome) = try reading.next() {
            guard let key = AttemptKey(requestID: id), planned.contains(key) else {
                summary.foreign.append(id)
                continue
            }
            guard !finished.contains(key) else {
                summary.repeated += 1
                continue
            }
            let (request, digest) = try source.request(for: key)
            let kept: Attempt.Outcome
            switch outcome {
            case .answered(let answer):
                kept = .answered(try answer.cut(for: request.prompt, model: plan.model, infillTemplate: template))
                summary.answered += 1
            case .refused(let refusal):
                kept = .refused(refusal.description)
                summary.refused += 1
            case .rejected(let words) where rejectionIsRefusal:
                kept = .refused(Refusal(.rejected, words).description)
                summary.refused += 1
            case .rejected(let words), .failed(let words):
                summary.failed[key] = words
                continue
            }
            finished.insert(key)
            summary.failed[key] = nil
            batch.append(Attempt(key: key, promptDigest: digest, outcome: kept))
            if batch.count >= 500 {
                try await recorder.record(batch)
                batch = []
            }
        }
        try await recorder.record(batch)
        return summary
    }

    private func tell(_ summary: Summary, _ answers: String, left: Int) {
        Terminal.result("\(summary.answered) answers taken, \(summary.refused) refusals")
        if summary.repeated > 0 {
            Terminal.result("\(summary.repeated) were there already, or come twice; the first one counts")
        }
        if let first = summary.foreign.first {
            Terminal.result(
                "\(summary.foreign.count) belong to no question of the run, such as '\(Terminal.harmless(String(first.prefix(80))))'"
            )
        }
        let causes = Dictionary(grouping: summary.failed.values) { $0 }.mapValues(\.count)
        for (words, count) in causes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(5) {
            Terminal.result("\(count) failed: \(Terminal.harmless(words))")
        }
        if causes.count > 5 { Terminal.result("… and \(causes.count - 5) other reasons") }
        let rest = left > 0 ? "\(left) are left: secucogen prompts with the same options writes them\n" : ""
        Terminal.note("\(rest)next: secucogen score \(run)")
    }

    /// - Throws: `UserError` when the questions of the run are put in other words now.
    static func checkPrompts(of provenance: Provenance, _ prompts: PromptLibrary, _ run: String) throws {
        guard provenance.promptsDigest == prompts.digest else {
            throw UserError(
                "\(run): was made with other prompt templates", remedy: "use the version of secucogen that made it")
        }
    }
}
