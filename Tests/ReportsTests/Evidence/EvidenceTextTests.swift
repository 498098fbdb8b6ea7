import EvaluationCore
import Reports
import TestSupport
import Testing

/// What `secucogen show` prints of an attempt.
@Suite struct EvidenceTextTests {
    private static let id = SampleID("CWE-89_01")!

    /// Text that stands wherever a model, a user or a check fills in something.
    private static func evidence(_ text: String = "plain", kind: Verdict.Kind = .insecure) -> AttemptEvidence {
        let source =
            "import x\n\n@seconds(2)\ndef test_union():\n    for word in words:\n        attack(word)\n\n\ndef test_other():\n    pass\n"
        let sample = Sample(
            id: id, title: "Title \(text)", weaknesses: ["CWE-89"], problem: "", problemAware: "", insecureCode: "",
            insecureCodeExplanation: "", secureCode: "", entryPoints: [],
            checks: [CheckFile(kind: .security, path: "checks/security.py", source: source)])
        let check = CheckOutcome(
            name: "security/test_union", status: kind == .insecure ? .exploited : .passed, message: "effect \(text)",
            line: 6,
            exchanges: [
                Exchange(sent: "find('a')", received: "[]"),
                Exchange(sent: "sent \(text)", received: "received \(text)"),
                Exchange(sent: "find('c')", received: nil),
            ], earlierExchanges: 12)
        let verdict = Verdict(kind, cause: kind == .secure ? nil : "exploited", checks: [check], sandboxLevel: 3)
        let key = AttemptKey(sample: id, task: .generate)
        let plan = Plan(model: "test/model", tasks: [.generate], samples: [id])
        let run = RunResults(
            label: "label \(text)", path: "a.run", plan: plan, provenance: Fixture.provenance(), attempts: [])
        let score = Score(
            key: key,
            result: .code(
                ExtractedCode(code: "x = '\(text)'\n", removed: [RemovedText("cut \(text)", .words)]), verdict, .zero))
        let attempt = Attempt(
            key: key, promptDigest: "",
            outcome: .answered(ModelAnswer(text: "answer \(text)", reasoning: "thought \(text)", latency: 1.25)))
        return EvidenceReader(samples: [sample], renderer: FixedPrompt(text: "Prompt \(text)")).evidence(
            for: attempt, score: score, of: run, name: run.label, checksDigest: Fixture.provenance().checksDigest)
    }

    private struct FixedPrompt: PromptRenderer {
        var text: String
        func prompt(for key: AttemptKey, in plan: Plan) -> Prompt { .chat([ChatMessage(role: .user, content: text)]) }
        func codePrefix(for key: AttemptKey, in plan: Plan) -> String? { nil }
    }

    @Test func `what decided comes first: message, exchanges and the check, its line marked`() throws {
        try expectSnapshot(
            TerminalEvidence(width: 80).render(Self.evidence(), others: ["insecure", "secure"]), "show-insecure.txt")
    }

    @Test func `of a secure answer it tells how much held`() throws {
        try expectSnapshot(TerminalEvidence(width: 80).render(Self.evidence(kind: .secure)), "show-secure.txt")
    }

    @Test func `Markdown tells the same`() throws {
        try expectSnapshot(MarkdownEvidence().render(Self.evidence()), "show-insecure.md")
    }

    @Test(arguments: HostileTexts.all)
    func `no text does anything to a terminal, and none is lost`(text: String) {
        for palette in [Palette.plain, .ansi] {
            let shown = TerminalEvidence(width: 80, palette: palette).render(Self.evidence(text))
            let bare = shown.replacing(/\u{1B}\[\d+m/, with: "")
            #expect(
                !bare.unicodeScalars.contains { scalar in
                    scalar.properties.generalCategory == .control && scalar != "\n"
                        || scalar.properties.generalCategory == .format
                })
            #expect(bare.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 120 })
        }
    }

    @Test(arguments: HostileTexts.all)
    func `no text ends the block in which Markdown shows it`(text: String) {
        let lines = MarkdownEvidence().render(Self.evidence(text)).split(
            separator: "\n", omittingEmptySubsequences: false)
        var fence: Substring?
        for line in lines {
            if let open = fence {
                if line == open { fence = nil }
            } else if line.hasPrefix("```") {
                fence = line.prefix { $0 == "`" }
            } else {
                #expect(!line.contains("<"), "\(line)")
            }
        }
        #expect(fence == nil)
    }

    @Test(arguments: HostileTexts.size)
    func `a line of any length is wrapped whole`(text: String) {
        let shown = TerminalEvidence(width: 80).render(Self.evidence(text))
        let character = text.first!
        #expect(shown.count { $0 == character } >= 3 * text.count)
        #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `the check's text ends where the next one begins, and keeps its decorators`() throws {
        let source = try #require(Self.evidence().code?.deciding?.source)
        #expect(source.lines == ["@seconds(2)", "def test_union():", "    for word in words:", "        attack(word)"])
        #expect(source.firstLine == 3)
    }

    @Test func `a long check is shown around the line that decided`() throws {
        let body = (1...40).map { "    step(\($0))" }.joined(separator: "\n")
        let sample = Sample(
            id: Self.id, title: "", weaknesses: [], problem: "", problemAware: "", insecureCode: "",
            insecureCodeExplanation: "",
            secureCode: "", entryPoints: [],
            checks: [CheckFile(kind: .functional, path: "checks/functional.py", source: "def test_a():\n\(body)\n")])
        let source = try #require(CheckSource(of: "functional/test_a", in: sample))
        let excerpt = source.excerpt(around: 30, most: 8)
        #expect(excerpt.count == 8)
        #expect(excerpt[0].text == "def test_a():")
        #expect(excerpt.contains { $0.number == 30 })
        #expect(CheckSource(of: "functional/test_b", in: sample) == nil)
        #expect(CheckSource(of: "example/1", in: sample) == nil)
    }
}
