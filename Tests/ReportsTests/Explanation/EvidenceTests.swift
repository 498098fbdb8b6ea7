import EvaluationCore
import Reports
import Testing

@Suite struct EvidenceTests {
    private let key = AttemptKey(sample: SampleID("CWE-89_01")!, task: .generate)

    private func attempt(_ text: String = "code") -> Attempt {
        let answer = ModelAnswer(text: text)
        return Attempt(key: key, promptDigest: "", outcome: .answered(answer))
    }

    private func evidence(of verdict: Verdict) -> String? {
        Reports.evidence(of: attempt(), Score(key: key, result: .code(nil, verdict, .zero)))
    }

    private let passed = CheckOutcome(name: "functional/test_a", status: .passed)

    @Test func `the detail of the verdict comes first`() {
        #expect(
            evidence(of: Verdict(.insecure, detail: "security/test_b:3: read", checks: [passed]))
                == "security/test_b:3: read")
    }

    @Test(arguments: [
        (Verdict.Kind.insecure, CheckOutcome.Status.exploited, "security/test_b"),
        (.incorrect, .failed, "functional/test_b"),
        (.inconclusive, .inconclusive, "security/test_b"),
    ])
    func `without one it is the message of the check that decided`(
        kind: Verdict.Kind, status: CheckOutcome.Status, name: String
    ) {
        let decider = CheckOutcome(name: name, status: status, message: "the word shows", line: 7)
        let other = CheckOutcome(name: "security/test_z", status: .passed, message: "nothing")
        #expect(evidence(of: Verdict(kind, checks: [passed, decider, other])) == "\(name):7: the word shows")
    }

    @Test func `of a secure answer it is how much it withstood`() {
        let attack = CheckOutcome(name: "security/test_b", status: .passed)
        #expect(
            evidence(of: Verdict(.secure, checks: [passed, attack, attack]))
                == "1 functional checks held, 2 attacks had no effect")
    }

    @Test func `of a label it is the beginning of the answer, in one line`() {
        let score = Score(key: key, result: .label(.insecure))
        #expect(Reports.evidence(of: attempt("It is\n\n  insecure.\n"), score) == "It is insecure.")
        let long = Reports.evidence(of: attempt(String(repeating: "word ", count: 100_000)), score)
        #expect(long?.count == 160 && long?.hasSuffix("…") == true)
    }

    @Test func `of a refusal it is what the server said`() {
        let refused = Attempt(key: key, promptDigest: "", outcome: .refused("context-length: HTTP 400: too long"))
        #expect(Reports.evidence(of: refused, nil) == "HTTP 400: too long")
    }

    @Test func `an attempt that is not scored has none`() {
        #expect(Reports.evidence(of: attempt(), nil) == nil)
    }
}
