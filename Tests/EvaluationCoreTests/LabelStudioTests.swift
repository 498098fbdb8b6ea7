import EvaluationCore
import Foundation
import Testing

@Suite struct LabelStudioTests {
    private let sample = Sample(
        id: SampleID("CWE-89_01")!, title: "", weaknesses: ["CWE-89"], problem: "p", problemAware: "g",
        insecureCode: "",
        insecureCodeExplanation: "", secureCode: "", entryPoints: [], checks: [], variants: [])
    private let item = ReviewItem(id: "a", sample: SampleID("CWE-89_01")!, code: "one\ntwo\nthree\n")

    private func tasks(_ text: String) throws -> [LabelStudioTask] {
        try JSONDecoder().decode([LabelStudioTask].self, from: Data(text.utf8))
    }

    private func annotated(_ result: String, _ rest: String = "") throws -> LabelStudioTask {
        try tasks(
            #"[{"id": 7, "data": {"item": "a", "code": "one\ntwo\nthree"}, "annotations": [{"result": [\#(result)]\#(rest)}]}]"#
        )[0]
    }

    @Test func `a judgement comes back as it was, whatever it says of whatever code`() throws {
        var generator = SeededGenerator(seed: 19)
        let pieces = ["", "x = 1", "é", "𝒳 = '🐍'", "\r", "\t\"<\\", "\u{2028}", "e\u{301}"]
        for _ in 0..<500 {
            let rows = (0...Int.random(in: 0...6, using: &generator)).map { _ in
                pieces.randomElement(using: &generator)!
            }
            // A last line without anything cannot be marked.
            let marked = (1...rows.count).filter { _ in Bool.random(using: &generator) }
                .filter { $0 < rows.count || !rows[$0 - 1].isEmpty }
            func text() -> String? { Bool.random(using: &generator) ? pieces.randomElement(using: &generator) : nil }
            let judgement = Judgement(
                item: "a", verdict: Judgement.Verdict.allCases.randomElement(using: &generator)!,
                confidence: Judgement.Confidence.allCases.randomElement(using: &generator), lines: marked,
                input: text(), note: text(), seconds: Bool.random(using: &generator) ? 12.5 : nil)
            let item = ReviewItem(id: "a", sample: sample.id, code: rows.joined(separator: "\n"))
            let written = try JSONEncoder().encode([LabelStudioTask(item, of: sample, judgement: judgement)])
            let read = try JSONDecoder().decode([LabelStudioTask].self, from: written)
            #expect(try read[0].judgement(by: nil) == judgement)
        }
    }

    @Test func `what Label Studio 1.23.2 exported is read`() throws {
        let exported = #"""
            [{"id": 20, "data": {"item": "a", "code": "def page(reviews):\n    items = []\n    for review in reviews:\n        pass\n"}, "drafts": [], "predictions": [], "meta": {}, "inner_id": 2, "project": 4,
              "annotations": [{"id": 3, "completed_by": 1, "was_cancelled": false, "ground_truth": false, "lead_time": 6.099, "prediction": {},
                "created_at": "2026-11-28T10:56:07.817421Z", "updated_at": "2026-11-28T10:56:07.817458Z", "result_count": 5,
                "result": [
                  {"value": {"start": 24, "end": 56, "text": "tems = []\\n    for review in revie", "labels": ["shows it"]}, "id": "hqp9MHiQXL", "from_name": "lines", "to_name": "code", "type": "labels", "origin": "manual"},
                  {"value": {"choices": ["insecure"]}, "id": "yf82oiWDMq", "from_name": "verdict", "to_name": "code", "type": "choices", "origin": "manual"},
                  {"value": {"rating": 2}, "id": "odnR21W-Eg", "from_name": "confidence", "to_name": "code", "type": "rating", "origin": "manual"},
                  {"value": {"text": ["' OR 1=1 --"]}, "id": "4xGizI63It", "from_name": "input", "to_name": "code", "type": "textarea", "origin": "manual"},
                  {"value": {"text": ["é 🐍 <b>"]}, "id": "6Ve2j2-FmV", "from_name": "note", "to_name": "code", "type": "textarea", "origin": "manual"}
                ]}]}]
            """#
        let judgement = try tasks(exported)[0].judgement(by: "1")
        #expect(
            judgement
                == Judgement(
                    item: "a", verdict: .insecure, confidence: .middling, lines: [2, 3], input: "' OR 1=1 --",
                    note: "é 🐍 <b>", seconds: 6.099))
    }

    @Test func `a task that nobody annotated, or somebody skipped, says nothing`() throws {
        #expect(try LabelStudioTask(item, of: sample).judgement(by: nil) == nil)
        #expect(try tasks(#"[{"data": {"item": "a", "code": ""}, "annotations": []}]"#)[0].judgement(by: nil) == nil)
        #expect(try annotated("", #", "was_cancelled": true"#).judgement(by: nil) == nil)
    }

    @Test func `of several annotations the one that was changed last counts, of those by who is meant`() throws {
        func annotation(_ verdict: String, _ who: String, _ date: String) -> String {
            """
            {"result": [{"from_name": "verdict", "value": {"choices": ["\(verdict)"]}}], "completed_by": \(who),
             "updated_at": "2026-01-0\(date)T00:00:00.000000Z"}
            """
        }
        let all = [
            annotation("secure", "1", "3"), annotation("incorrect", "1", "2"),
            annotation("insecure", #"{"id": 2, "email": "ben@example.org"}"#, "4"),
        ]
        let task = try tasks(
            #"[{"data": {"item": "a", "code": ""}, "annotations": [\#(all.joined(separator: ","))]}]"#)[0]
        #expect(try task.judgement(by: "1")?.verdict == .secure)
        #expect(try task.judgement(by: "2")?.verdict == .insecure)
        #expect(try task.judgement(by: "ben@example.org")?.verdict == .insecure)
        #expect(try task.judgement(by: "3") == nil)
        #expect(Set(task.annotators.compactMap { $0?.title }) == ["1", "ben@example.org"])
    }

    @Test(arguments: [
        (#""start": 0, "end": 3"#, [1]), (#""start": 1, "end": 5"#, [1, 2]), (#""start": 4, "end": 8"#, [2]),
        (#""start": 5, "end": 5"#, [2]), (#""start": 8, "end": 99"#, [3]), (#""start": -5, "end": -1"#, [1]),
    ])
    func `marked text counts by its lines`(span: String, lines: [Int]) throws {
        let task = try annotated(
            #"{"from_name": "verdict", "value": {"choices": ["secure"]}}, {"from_name": "lines", "value": {\#(span)}}"#)
        #expect(try task.judgement(by: nil)?.lines == lines)
    }

    @Test(arguments: [
        ("", "has no verdict"), (#"{"from_name": "verdict", "value": {}}"#, "has no verdict"),
        (#"{"from_name": "verdict", "value": {"choices": ["secure", "insecure"]}}"#, "has 2 verdicts"),
        (#"{"from_name": "verdict", "value": {"choices": ["fine"]}}"#, "'fine' is no verdict"),
        (
            #"{"from_name": "verdict", "value": {"choices": ["secure"]}}, {"from_name": "confidence", "value": {"rating": 5}}"#,
            "confidence 5"
        ),
    ])
    func `what cannot be understood is told`(result: String, message: String) throws {
        let task = try annotated(result)
        let fault = try #require(throws: LabelStudioTask.Fault.self) { try task.judgement(by: nil) }
        #expect(fault.text.contains(message))
    }

    @Test func `the labelling configuration asks each question about the code`() {
        for question in LabelStudioQuestion.allCases {
            #expect(LabelStudioQuestion.configuration.contains("name=\"\(question)\" toName=\"code\""))
        }
        for verdict in Judgement.Verdict.allCases {
            #expect(LabelStudioQuestion.configuration.contains("<Choice value=\"\(verdict.rawValue)\""))
        }
    }
}
