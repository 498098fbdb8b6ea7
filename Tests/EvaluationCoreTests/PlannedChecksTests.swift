import EvaluationCore
import Testing

@Suite struct PlannedChecksTests {
    static func sample(functional: String, security: String, examples: Int) -> Sample {
        Sample(
            id: SampleID("CWE-89_01")!, title: "", weaknesses: [], problem: "", problemAware: "", insecureCode: "",
            insecureCodeExplanation: "", secureCode: "", entryPoints: [],
            examples: Array(repeating: Example(call: "f()", output: "1"), count: examples),
            checks: [
                CheckFile(kind: .security, path: "checks/security.py", source: security),
                CheckFile(kind: .functional, path: "checks/functional.py", source: functional),
            ])
    }

    @Test func `functional checks come first, then examples, then attacks`() {
        let sample = Self.sample(
            functional: "import x\n\ndef test_b():\n    pass\n\ndef test_a():\n    pass\n",
            security: "def test_attack():\n    pass\n", examples: 2)
        #expect(
            sample.plannedChecks == [
                "functional/test_b", "functional/test_a", "example/1", "example/2", "security/test_attack",
            ])
    }

    @Test func `only top-level functions count, and helpers do not`() {
        let file = CheckFile(
            kind: .functional, path: "",
            source: "def helper():\n    def test_inner():\n        pass\n# def test_old():\ndef test_real(): pass\n")
        #expect(file.checkNames == ["test_real"])
    }

    @Test func `no examples, no example checks`() {
        #expect(Self.sample(functional: "", security: "", examples: 0).plannedChecks.isEmpty)
    }
}
