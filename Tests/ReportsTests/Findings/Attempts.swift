import EvaluationCore
import Reports

/// Attempts in every state that one can be in.
enum Attempts {
    static let types = [
        WeaknessType(
            id: WeaknessType.ID("CWE-89")!, row: 1,
            weaknesses: [CommonWeakness(id: "CWE-89", name: "SQL Injection")], summary: "Puts input into SQL."),
        WeaknessType(
            id: .merged, row: 2,
            weaknesses: [
                CommonWeakness(id: "CWE-287", name: "Improper Authentication"),
                CommonWeakness(id: "CWE-862", name: "Missing Authorization"),
            ], summary: "Forgets who asks."),
    ]

    static func judged(
        _ kind: Verdict.Kind, text: String = "came out", sample: String = "CWE-89_01", index: Int = 0,
        run: String = "mine", code: String? = "print(1)\nprint(2)\n"
    ) -> JudgedAttempt {
        let key = AttemptKey(sample: SampleID(sample)!, task: .generate, index: index)
        let status: CheckOutcome.Status =
            switch kind {
            case .secure: .passed
            case .insecure: .exploited
            case .incorrect: .failed
            case .inconclusive, .harnessError: .inconclusive
            }
        let name = kind == .incorrect ? "functional/test_total" : "security/test_rows"
        let check = CheckOutcome(
            name: name, status: status, message: text, exchanges: [Exchange(sent: "find('\(text)')", received: text)])
        let verdict = Verdict(kind, checks: [check], duration: 1.5)
        let extracted = code.map { ExtractedCode(code: $0, removed: []) }
        return JudgedAttempt(
            run: run, path: run + ".run", model: "local/model", key: key,
            attempt: Attempt(key: key, promptDigest: "", outcome: .answered(ModelAnswer(text: "answer"))),
            score: Score(key: key, result: .code(extracted, verdict, .zero)))
    }

    static func labelled(_ label: ParsedLabel, subject: AttemptKey.Subject) -> JudgedAttempt {
        let key = AttemptKey(sample: SampleID("CWE-89_01")!, task: .detect, subject: subject)
        return JudgedAttempt(
            run: "mine", path: "mine.run", model: "local/model", key: key,
            attempt: Attempt(key: key, promptDigest: "", outcome: .answered(ModelAnswer(text: "It is secure."))),
            score: Score(key: key, result: .label(label)))
    }

    static let missing = JudgedAttempt(
        run: "mine", path: "mine.run", model: "local/model",
        key: AttemptKey(sample: SampleID("CWE-89_02")!, task: .generate))

    static let unscored = JudgedAttempt(
        run: "mine", path: "mine.run", model: "local/model",
        key: AttemptKey(sample: SampleID("CWE-89_03")!, task: .generate),
        attempt: Attempt(
            key: AttemptKey(sample: SampleID("CWE-89_03")!, task: .generate), promptDigest: "",
            outcome: .answered(ModelAnswer(text: "answer"))))
}
