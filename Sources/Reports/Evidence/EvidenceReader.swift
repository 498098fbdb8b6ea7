public import EvaluationCore

/// Puts an attempt, its score and the dataset together.
public struct EvidenceReader: Sendable {
    public let samples: [SampleID: Sample]
    private let renderer: any PromptRenderer

    public init(samples: [Sample], renderer: any PromptRenderer) {
        self.samples = Dictionary(uniqueKeysWithValues: samples.map { ($0.id, $0) })
        self.renderer = renderer
    }

    /// - Parameters:
    ///   - run: whose attempt it is; its attempts are not looked at.
    ///   - name: of the run, in tables.
    ///   - checksDigest: of this dataset, to find out whether its checks are those that decided.
    public func evidence(
        for attempt: Attempt, score: Score?, steps: [AttemptStep] = [], of run: RunResults, name: String,
        checksDigest: String?
    ) -> AttemptEvidence {
        let key = attempt.key
        let sample = samples[key.sample]
        var evidence = AttemptEvidence(
            run: name, path: run.path, model: run.plan.model, key: key, title: sample?.title ?? "",
            prompt: try? renderer.prompt(for: key, in: run.plan), steps: steps, answer: answer(attempt),
            refusal: refusal(attempt),
            judgement: score.map { judgement($0, key, sample) }, notes: [])
        if sample == nil {
            evidence.notes.append("This dataset has no \(key.sample): its prompt and checks cannot be shown.")
        } else if let checksDigest, checksDigest != run.provenance.checksDigest, key.task.yieldsCode {
            evidence.notes.append("The run was judged with another version of the checks than is shown here.")
        }
        return evidence
    }

    private func answer(_ attempt: Attempt) -> AttemptEvidence.Answer? {
        guard let answer = attempt.answer else { return nil }
        let parts = AnswerParts(answer.text)
        let thoughts = [answer.reasoning, parts.thinking].compactMap(\.self).filter { !$0.allSatisfy(\.isWhitespace) }
        return AttemptEvidence.Answer(
            text: thoughts.isEmpty ? answer.text : parts.text,
            thinking: thoughts.isEmpty ? nil : thoughts.joined(separator: "\n"), finish: answer.finish,
            usage: answer.usage, latency: answer.latency, servedModel: answer.servedModel)
    }

    private func refusal(_ attempt: Attempt) -> String? {
        if case .refused(let reason) = attempt.outcome { reason } else { nil }
    }

    private func judgement(_ score: Score, _ key: AttemptKey, _ sample: Sample?) -> AttemptEvidence.Judgement {
        switch score.result {
        case .label(let label):
            return .label(read: label.word, truth: key.truth)
        case .code(let extracted, let verdict, let similarity):
            let deciding = verdict.decidingCheck.map { check in
                AttemptEvidence.Deciding(check: check, source: sample.flatMap { CheckSource(of: check.name, in: $0) })
            }
            return .code(
                AttemptEvidence.CodeJudgement(
                    code: extracted?.code, removed: extracted?.removed ?? [], verdict: verdict,
                    codeBLEU: 100 * similarity.codeBLEU, deciding: deciding))
        }
    }
}

extension AttemptKey {
    /// The right answer of a task that asks for a label.
    var truth: String { task == .classify ? sample.type.description : subject.rawValue }
}

extension ParsedLabel {
    /// For people: `secure`, `CWE-89`, `other: CWE-1`, `unparsed`.
    var word: String {
        switch self {
        case .secure: "secure"
        case .insecure: "insecure"
        case .type(let id): id.description
        case .otherType(let text): "other: \(text)"
        case .unparsed: "unparsed"
        }
    }
}
