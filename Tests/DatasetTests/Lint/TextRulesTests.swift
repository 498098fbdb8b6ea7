import Dataset
import EvaluationCore
import Testing

@Suite struct TextRulesTests {
    static func sample(_ change: (inout Sample) -> Void) -> Sample {
        let words = Array(repeating: "word", count: 60).joined(separator: " ")
        var sample = Sample(
            id: SampleID("CWE-89_01")!, title: "Orders", weaknesses: ["CWE-89"],
            problem: "Write `find(db, name)`. \(words)\n\nExample 1\nInput: find(1, 2)\nOutput: 3",
            problemAware: "Mind CWE-89.", insecureCode: "pass", insecureCodeExplanation: "One thing. And another.",
            secureCode: "pass", entryPoints: [EntryPoint(name: "find", signature: "def find(db, name)")])
        change(&sample)
        return sample
    }

    static func messages(_ change: (inout Sample) -> Void) -> [String] {
        TextRules.all.flatMap { $0.findings(in: sample(change)) }.map { "\($0.path): \($0.message)" }
    }

    @Test func `a plain sample has no findings`() {
        #expect(Self.messages { _ in } == [])
    }

    @Test(arguments: ["Do it securely.", "Beware of SQL injection.", "An attacker may call it.", "This is CWE-89."])
    func `a Problem that hints at the weakness is found`(hint: String) {
        #expect(
            Self.messages { $0.problem = hint + " " + $0.problem }.contains { $0.contains("hints at the weakness") })
    }

    @Test func `a Problem without the signature is found`() {
        #expect(
            Self.messages { $0.problem.replace("find(db, name)", with: "find") }.contains { $0.contains("signature") })
    }

    @Test func `a Problem that is too short is found`() {
        #expect(
            Self.messages { $0.problem = "Write `find(db, name)`.\n\nExample 1\n" }.contains {
                $0.contains("has 3 words")
            })
    }

    @Test func `a CWE-aware text that does not name the weakness is found`() {
        #expect(Self.messages { $0.problemAware = "Mind it." } == ["problem-cwe-aware.md: does not name CWE-89"])
    }

    @Test(arguments: ["https://shop.example/x", "http://localhost:8000", "https://a.example.com", "http://db.internal"])
    func `reserved hosts are fine`(host: String) {
        #expect(Self.messages { $0.secureCode = "u = '\(host)'" } == [])
    }

    @Test func `a host that somebody may own is found`() {
        #expect(
            Self.messages { $0.secureCode = "u = 'https://user:pw@shop.io/x'" } == [
                "secure.py: names the host 'shop.io', which is not reserved for examples"
            ])
    }
}
