import EvaluationCore
import Foundation
import TestSupport
import Testing

@testable import Dataset

@Suite struct FlowchartTests {
    static func shipped() throws -> Flowchart {
        try Flowchart(file: repositoryFolder.appending(path: "Dataset/Construction/flowchart.yaml"))
    }

    @Test func `every state leads on, and the paper's five checks are there`() throws {
        let chart = try Self.shipped()
        var (place, seen) = (chart.start, [String]())
        while let state = chart[place] {
            #expect(!seen.contains(place), "\(place) comes twice")
            seen.append(place)
            place = state.then
        }
        #expect(place == Flowchart.kept)
        #expect(seen == chart.states.map(\.id))
        #expect(Set(chart.states.compactMap(\.paper)) == [1, 2, 3, 4, 5])
    }

    @Test func `the documentation shows the chart that is followed`() throws {
        let text = try String(contentsOf: repositoryFolder.appending(path: "docs/construct.md"), encoding: .utf8)
        #expect(text.contains("```mermaid\n\(try Self.shipped().mermaid)```"))
    }

    @Test func `a better file sends a record to the first check that reads it`() throws {
        let chart = try Self.shipped()
        let proof = try #require(chart["proof"])
        #expect(chart.firstCheck(reading: ["variants/secure-a.py"], upTo: proof).id == "proof")
        #expect(chart.firstCheck(reading: ["checks/security.py"], upTo: proof).id == "weak")
        #expect(chart.firstCheck(reading: ["checks/security.py", "problem.md"], upTo: proof).id == "text")
        let works = try #require(chart["works"])
        #expect(chart.firstCheck(reading: ["checks/security.py"], upTo: works).id == "works")
        #expect(chart.firstCheck(reading: [String](), upTo: works).id == "works")
    }

    @Test(arguments: [
        ("start: a\nstates: []", "no state 'a'"),
        ("start: a\nstates: [{ask: a, about: x, files: [f], then: b}]", "no state 'b'"),
        (
            "start: a\nstates: [{ask: a, about: x, files: [f], then: kept}, {check: a, about: x, reads: [f], then: kept}]",
            "one name"
        ),
        ("start: a\nstates: [{ask: a, about: x, reads: [f], then: kept}]", "either 'ask' and 'files'"),
        ("start: a\nstates: [{ask: a, check: b, about: x, files: [f], then: kept}]", "either 'ask' and 'files'"),
        ("start: a\nstates: [{ask: a, about: x, files: [f], then: kept, els: b}]", "unknown key 'els'"),
    ])
    func `a chart that leads nowhere is refused in one line`(text: String, problem: String) {
        let error = #expect(throws: UserError.self) { try Flowchart(text: text, path: "flowchart.yaml") }
        #expect(error.map { "\($0)".contains(problem) } == true, "\(String(describing: error))")
    }
}
