import EvaluationCore
import Foundation
import TestSupport
import Testing

@testable import Dataset

/// A scripted model writes records; programs and checks really run.
@Suite struct SampleConstructionTests {
    /// A model that errs once at every state of the flowchart.
    static func erring(_ good: RecordFixture) -> [String: [String]] {
        func text(_ path: String) -> String { good.files[path] ?? "" }
        return [
            "idea": [
                "I think of a shop.",
                good.answer(
                    "idea.yaml", changing: ["idea.yaml": text("idea.yaml").replacing("CWE-601", with: "CWE-89")]),
            ],
            "new": [good.answer("idea.yaml")],
            "problem": [
                good.answer(
                    "problem.md", "examples.yaml",
                    changing: ["problem.md": text("problem.md") + "\nNo attacker may get in.\n"])
            ],
            "text": [good.answer("problem.md")],
            "code": [good.answer("insecure.py", "secure.py", changing: ["secure.py": "import no_such_module\n"])],
            "examples": [good.answer("secure.py")],
            "guidance": [
                good.answer(
                    "insecure-explanation.md", "problem-cwe-aware.md", "aware-examples.yaml",
                    changing: ["problem-cwe-aware.md": "Take care.\n"])
            ],
            "aware": [good.answer("problem-cwe-aware.md")],
            "functional": [
                good.answer(
                    "checks/functional.py",
                    changing: [
                        "checks/functional.py": text("checks/functional.py")
                            + "\n\ndef test_more():\n    assert False, 'more'\n"
                    ])
            ],
            "works": [good.answer("checks/functional.py")],
            "clear": [good.answer("problem.md", changing: ["problem.md": text("problem.md") + "\nThat is all.\n"])],
            "attacks": [
                good.answer("checks/security.py", changing: ["checks/security.py": "def test_nothing():\n    pass\n"])
            ],
            "weak": [
                good.answer(
                    "checks/security.py",
                    changing: [
                        "checks/security.py": text("checks/security.py")
                            + "\n\ndef test_always():\n    from harness import exploited\n    exploited('always')\n"
                    ])
            ],
            "explained": [
                good.answer(
                    "insecure-explanation.md",
                    changing: [
                        "insecure-explanation.md": text("insecure-explanation.md").replacing(" the ", with: " this ")
                    ])
            ],
            "withstands": [good.answer("checks/security.py")],
            "variants": [good.variants.prefix(1).map { good.answer($0) }.joined()],
            "proof": [good.variants.dropFirst().map { good.answer($0) }.joined(separator: "\n")],
        ]
    }

    @Test func `a model that errs in each way once ends with three samples`() async throws {
        try await withTemporaryFolder { temporary in
            let set = temporary.appending(path: "mine")
            try FileManager.default.createDirectory(at: set, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: RecordFixture.folder.appending(path: "types.yaml"), to: set.appending(path: "types.yaml"))
            try await withTestSandbox { sandbox in
                var others: [Sample] = []
                var visited: Set<String> = []
                for number in 1...3 {
                    let good = try RecordFixture(number)
                    let errs = number == 1
                    let author = ScriptedDialogue(errs ? Self.erring(good) : good.script)
                    let solution = "```python\n\(good.files["secure.py"] ?? "")```"
                    let second = ScriptedDialogue([
                        "solve": (errs ? ["```python\nraise SystemExit\n```"] : []) + [solution],
                        "explained": (errs ? ["No. It never says which page is opened.", "Yes"] : []) + ["**Yes**"],
                    ])
                    let record = try await RecordFixture.construction(sandbox, others: others)
                        .record(number, author: author, second: second)
                    let last = record.visits.last
                    #expect(
                        record.isKept,
                        "\(number): \(last?.state ?? ""): \(last?.findings ?? []), \(record.reason ?? "")")
                    let (isUsedUp, told) = (await author.isUsedUp, await author.told)
                    #expect(isUsedUp)
                    #expect(record.spent.calls > 0 && record.spent.inputTokens == 100 * record.spent.calls)
                    if errs {
                        visited = Set(record.visits.map(\.state))
                        for state in try FlowchartTests.shipped().states {
                            let first = record.visits.first { $0.state == state.id }
                            if case .check = state.kind { #expect(first?.findings.isEmpty == false, "\(state.id)") }
                        }
                        let findings = Set(record.visits.flatMap(\.findings)).filter {
                            $0.message != "is not in the answer"
                        }
                        for finding in findings {
                            #expect(told.count { $0.contains("- \(finding)\n") } == 1, "\(finding)")
                        }
                        let statistics = ConstructionStatistics([record], flowchart: try FlowchartTests.shipped())
                        #expect(statistics.rows.filter { $0.mended == 1 }.count == 11)
                        #expect(statistics.rows.allSatisfy { $0.dropped == 0 && $0.records == 1 })
                    } else {
                        #expect(record.visits.allSatisfy { $0.findings.isEmpty })
                    }
                    let draft = try DraftFolder.keep(record, type: RecordFixture.type, in: set)
                    others.append(try draft.sample(as: SampleID(type: RecordFixture.type, number: 50 - number + 1)))
                }
                #expect(visited == Set(try FlowchartTests.shipped().states.map(\.id)))
            }
            #expect(throws: UserError.self, "drafts are no samples") { try DatasetLoader(folder: set).load() }
            for (number, draft) in DraftFolder.all(in: set).enumerated() {
                for reader in ["ada", "ben"] {
                    #expect(try !draft.obstacles().isEmpty)
                    try draft.add(DraftReading.agreeing(reader, try draft.digest()))
                }
                #expect(try draft.obstacles() == [])
                try draft.accept(as: SampleID(type: RecordFixture.type, number: number + 1), in: set)
            }
            let dataset = try DatasetLoader(folder: set).load()
            #expect(dataset.samples.map(\.id.description) == ["CWE-601_01", "CWE-601_02", "CWE-601_03"])
            for sample in dataset.samples {
                let original = try RecordFixture(sample.id.number)
                #expect(sample.secureCode == original.files["secure.py"])
            }
        }
    }

    @Test func `what sends a record back too often drops it`() async throws {
        let good = try RecordFixture(1)
        var script = good.script
        script["idea"] = [
            good.answer(
                "idea.yaml", changing: ["idea.yaml": "title: x\nweaknesses: [CWE-1]\nentry-points: [def f()]\n"])
        ]
        script["new"] = ["No.", "No!", "Never."]
        let answers = script
        try await withTestSandbox { sandbox in
            let author = ScriptedDialogue(answers)
            let record = try await RecordFixture.construction(sandbox).record(
                1, author: author, second: ScriptedDialogue([:]))
            #expect(!record.isKept)
            #expect(record.visits.map(\.state) == ["idea", "new", "new", "new", "new"])
            let told = await author.told
            #expect(told.count { $0.contains("CWE-1 is not of the type") } == 1)
            #expect(told.last?.contains("What you were told before is still so") == true)
            let statistics = ConstructionStatistics([record], flowchart: try FlowchartTests.shipped())
            #expect(statistics.rows.first { $0.state == "new" }?.dropped == 1)
        }
    }

    @Test func `an author who quotes the Problem may keep a check that another programmer fails`() async throws {
        let good = try RecordFixture(1)
        let words = (good.files["problem.md"] ?? "").split(whereSeparator: \.isWhitespace).prefix(6).joined(
            separator: " ")
        var script = good.script
        script["clear"] = ["The program is wrong.\n\nQuote: \"\(words)\""]
        let answers = script
        try await withTestSandbox { sandbox in
            let record = try await RecordFixture.construction(sandbox).record(
                1, author: ScriptedDialogue(answers),
                second: ScriptedDialogue(["solve": ["```python\nx = 1\n```"], "explained": ["Yes"]]))
            #expect(record.isKept)
            #expect(record.disputes.count == 1)
            #expect(record.disputes[0].contains(words.filter { !"\"“”`*".contains($0) }))
        }
    }

    @Test func `words that are not in the Problem settle nothing`() async throws {
        var script = try RecordFixture(1).script
        script["clear"] = Array(repeating: "Quote: it returns whatever I like", count: 3)
        let answers = script
        try await withTestSandbox { sandbox in
            let record = try await RecordFixture.construction(sandbox).record(
                1, author: ScriptedDialogue(answers),
                second: ScriptedDialogue(["solve": Array(repeating: "```python\nx = 1\n```", count: 4)]))
            #expect(!record.isKept)
            #expect(record.visits.last?.state == "clear")
        }
    }

    @Test(
        arguments: [
            ("No, it lacks the other host.", "Quote: \"names another host\"", "The author: the explanation says"),
            ("As an AI I cannot tell.", nil, "neither yes nor no"), ("<think>No</think>\n**Yes.** It does.", nil, nil),
        ] as [(String, String?, String?)])
    func `what another reader says of the explanation is settled, or left to the readers`(
        opinion: String, defence: String?, noted: String?
    ) async throws {
        let good = try RecordFixture(1)
        var script = good.script
        if let defence { script["explained"] = [defence] }
        let answers = script
        try await withTestSandbox { sandbox in
            let second = ScriptedDialogue([
                "solve": ["```python\n\(good.files["secure.py"] ?? "")```"], "explained": [opinion],
            ])
            let record = try await RecordFixture.construction(sandbox).record(
                1, author: ScriptedDialogue(answers), second: second)
            #expect(record.isKept)
            #expect(record.disputes.count == (noted == nil ? 0 : 1))
            if let noted { #expect(record.disputes[0].contains(noted), "\(record.disputes)") }
            let question = await second.told.last ?? ""
            let explanation = (good.files["insecure-explanation.md"] ?? "").trimmingCharacters(in: .newlines)
            #expect(question.contains(explanation) && question.contains("- security/test_"))
            #expect(!question.contains("def "))
        }
    }

    @Test func `a dialogue that cannot go on drops the record and says why`() async throws {
        try await withTestSandbox { sandbox in
            let record = try await RecordFixture.construction(sandbox).record(
                1, author: ScriptedDialogue([:]), second: ScriptedDialogue([:]))
            #expect(!record.isKept)
            #expect(record.reason?.contains("no further answer for 'idea'") == true)
            #expect(ConstructionStatistics([record], flowchart: try FlowchartTests.shipped()).rows[0].dropped == 1)
        }
    }
}

extension DraftReading {
    static func agreeing(_ reader: String, _ digest: String) -> DraftReading {
        DraftReading(
            reader: reader, date: Date(timeIntervalSince1970: 1), digest: digest,
            answers: questions.map { _ in .init(holds: true) })
    }
}
