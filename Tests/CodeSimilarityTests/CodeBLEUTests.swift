import CodeSimilarity
import EvaluationCore
import Testing

@Suite struct CodeBLEUTests {
    @Test func `a text matches itself`() {
        let score = CodeBLEU().score("def f(a):\n    b = a + 1\n    return b", against: ["def f(a):\n    b = a + 1\n    return b"])
        #expect(score.codeBLEU == 1)
    }
}
