import CodeSimilarity
import EvaluationCore
import Testing

@Suite struct CodeBLEUTests {
    private let metric = CodeBLEU()
    private let strict = CodeBLEU(mode: .strict)

    @Test(arguments: CodeBLEU.Mode.allCases)
    func `a text matches itself`(mode: CodeBLEU.Mode) {
        let code = "def f(a):\n    b = a + 1\n    return b"
        #expect(abs(CodeBLEU(mode: mode).score(code, against: [code]).codeBLEU - 1) < 1e-12)
    }

    @Test func `white space around a text does not count`() {
        let code = "def f(a):\n    return a"
        #expect(metric.score("\u{3000}\n\(code)\n\u{85}", against: [code]) == metric.score(code, against: [code]))
    }

    @Test func `comments and docstrings do not count for syntax and data flow`() {
        let code = "def f(a):\n    b = a\n    return b"
        let score = metric.score("def f(a):\n    '''Doc.'''\n    # why\n    b = a  # b\n    return b", against: [code])
        #expect(score.syntaxMatch == 1)
        #expect(score.dataFlowMatch == 1)
        #expect(score.ngramMatch < 1)
    }

    @Test func `names count for words alone`() {
        let score = metric.score("def g(x):\n    y = x\n    return y", against: ["def f(a):\n    b = a\n    return b"])
        #expect(score.syntaxMatch == 1)
        #expect(score.dataFlowMatch == 1)
        #expect(score.weightedNgramMatch < 1)
    }

    @Test func `an empty data flow counts as a match in the sum only by default`() {
        let score = metric.score("pass", against: ["break"])
        #expect(score.dataFlowMatch == 0)
        #expect(score.codeBLEU == 0.25 * score.syntaxMatch + 0.25)
        #expect(strict.score("pass", against: ["break"]).dataFlowMatch == 1)
    }

    @Test func `a data flow that nothing matches counts nothing in strict mode`() {
        let score = strict.score("pass", against: ["b = a"])
        #expect(score.dataFlowMatch == 0)
        #expect(score.codeBLEU == 0.25 * score.syntaxMatch)
    }

    @Test func `a subtree that comes back counts each time by default and once in strict mode`() {
        let reference = "a()\na()\na()"
        #expect(metric.score("a()", against: [reference]).syntaxMatch == 0.9)
        #expect(strict.score("a()", against: [reference]).syntaxMatch == 0.3)
    }

    @Test
    func `an attribute that is set to a string leaves a text without data flow, as in the reference implementation`() {
        #expect(metric.score("b = a", against: ["b = a\nself.x = 'text'"]).dataFlowMatch == 0)
        #expect(metric.score("b = a", against: ["b = a\nself.x = y"]).dataFlowMatch > 0)
    }

    @Test func `prepared references give the same scores`() throws {
        let references = ["def f(a):\n    return a", "x = [i for i in y]"]
        let prepared = try metric.prepare(references)
        for candidate in ["", "def f(b):\n    return b", "x = 1\n# c\n'doc'", "(((", "\u{0}"] {
            #expect(metric.score(candidate, against: prepared) == metric.score(candidate, against: references))
        }
    }

    @Test func `scores do not depend on threads and order`() async throws {
        let metric = metric
        var random = TestRandom(seed: 5)
        let texts = (0..<200).map { _ in random.text(from: codeFragments, parts: 30) }
        let expected = texts.map { metric.score($0, against: [texts[0]]) }
        let found = await withTaskGroup(of: (Int, CodeBLEUScore).self) { group in
            for index in texts.indices.reversed() {
                group.addTask { (index, metric.score(texts[index], against: [texts[0]])) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for (index, score) in expected.enumerated() { #expect(found[index] == score) }
    }

    @Test func `nested loops cost no power of their depth`() {
        let loops = (0..<60).map { String(repeating: " ", count: $0) + "for v\($0) in w:" }.joined(separator: "\n")
        let code = loops + "\n" + String(repeating: " ", count: 60) + "x = x + v3\n"
        #expect(metric.score(code, against: [code]).dataFlowMatch == 1)
    }

    @Test func `the best of the first k attempts counts`() {
        let attempts = [0.2, 0.5, 0.4, 0.9].map {
            CodeBLEUScore(codeBLEU: $0, ngramMatch: 0, weightedNgramMatch: 0, syntaxMatch: 0, dataFlowMatch: 0)
        }
        #expect([0, 1, 2, 3, 9].map { CodeBLEU.best(of: attempts, k: $0).codeBLEU } == [0, 0.2, 0.5, 0.5, 0.9])
    }

    @Test func `a text that is too long is refused or scores nothing`() {
        let long = String(repeating: "a ", count: CodeBLEU.maximumLength)
        #expect(throws: UserError.self) { try metric.prepare([long]) }
        #expect(throws: UserError.self) { try metric.prepare([]) }
        #expect(metric.score(long, against: ["a"]) == .zero)
        #expect(metric.score("a", against: [long]) == .zero)
    }

    @Test func `both modes say which definition they follow`() {
        #expect(metric.identity.contains("codebleu 0.7.0") && metric.identity.contains("tree-sitter-python 0.23.6"))
        #expect(strict.identity.contains("strict"))
    }
}
