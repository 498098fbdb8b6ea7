import CodeSimilarity
import EvaluationCore
import EvaluationEngine
import Oracles

/// Finds verdict and CodeBLEU of an answer that is code, and the label in one that is not.
struct SampleScorer: AttemptScorer {
    private let samples: [SampleID: Sample]
    private let references: [SampleID: PreparedReferences]
    private var plan: Plan
    private let renderer: any PromptRenderer
    private let extractor: any CodeExtractor
    private let oracle: any Oracle
    private let metric: CodeBLEU
    private let labels: LabelParser

    init(
        samples: [Sample], types: [WeaknessType], plan: Plan, renderer: any PromptRenderer,
        extractor: any CodeExtractor, oracle: any Oracle, metric: CodeBLEU
    ) throws {
        self.samples = Dictionary(uniqueKeysWithValues: samples.map { ($0.id, $0) })
        references = try self.samples.mapValues { try metric.prepare([$0.secureCode]) }
        self.plan = plan
        self.renderer = renderer
        self.extractor = extractor
        self.oracle = oracle
        self.metric = metric
        // No single CWE is the right answer for the merged type: the prompt does not list it.
        labels = LabelParser(listed: types.filter { $0.id != .merged })
    }

    /// The same, for answers to prompts of this form.
    func under(_ form: PromptForm) -> SampleScorer {
        var copy = self
        copy.plan.form = form
        return copy
    }

    /// Judges a program that is no answer.
    func score(code: String, for id: SampleID) async throws -> (verdict: Verdict, similarity: CodeBLEUScore) {
        let (sample, reference) = try known(id)
        return (try await oracle.judge(code, for: sample), metric.score(code, against: reference))
    }

    func score(_ attempt: Attempt) async throws -> Score {
        let key = attempt.key
        let (sample, reference) = try known(key.sample)
        guard key.task.yieldsCode else {
            return Score(
                key: key, result: .label(attempt.answer.map { labels.parse($0.text, task: key.task) } ?? .unparsed))
        }
        let prefix = try renderer.codePrefix(for: key, in: plan)
        let extracted = attempt.answer.flatMap {
            extractor.extract(from: $0.text, after: prefix, entryPoints: sample.entryPoints.map(\.name))
        }
        let verdict = try await oracle.judge(extracted?.code, for: sample).explained(by: attempt)
        let similarity = extracted.map { metric.score($0.code, against: reference) } ?? .zero
        return Score(key: key, result: .code(extracted, verdict, similarity))
    }

    private func known(_ id: SampleID) throws -> (sample: Sample, reference: PreparedReferences) {
        guard let sample = samples[id], let reference = references[id] else {
            throw UserError(
                "the dataset has no sample \(id), which the run holds an attempt at",
                remedy: "score with the dataset that the run was made with (--dataset)")
        }
        return (sample, reference)
    }
}
