import EvaluationCore
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct SARIFReportTests {
    private struct Log: Decodable {
        struct Text: Decodable { var text: String }
        struct Artifact: Decodable {
            var location: Location
            var contents: Text
        }
        struct Location: Decodable {
            var uri: String
            var index: Int?
        }
        struct Region: Decodable { var startLine, endLine: Int }
        struct Physical: Decodable {
            var artifactLocation: Location
            var region: Region
        }
        struct Place: Decodable { var physicalLocation: Physical }
        struct Result: Decodable {
            var ruleId: String
            var ruleIndex: Int
            var message: Text
            var locations: [Place]
        }
        struct Rule: Decodable {
            var id: String
            var helpUri: String?
            var properties: [String: [String]]
        }
        struct Driver: Decodable { var rules: [Rule] }
        struct Tool: Decodable { var driver: Driver }
        struct Run: Decodable {
            var tool: Tool
            var artifacts: [Artifact]
            var results: [Result]
        }
        var version: String
        var runs: [Run]
    }

    private func log(_ attempts: [JudgedAttempt]) throws -> Log {
        let text = try SARIFReport(version: "1.2.3", types: Attempts.types).render(attempts)
        return try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    }

    @Test func `insecure answers are findings, and nothing else is`() throws {
        let log = try log(
            Verdict.Kind.allCases.enumerated().map { Attempts.judged($0.element, index: $0.offset) }
                + [Attempts.missing, Attempts.unscored, Attempts.labelled(.secure, subject: .insecure)])
        #expect(log.version == "2.1.0")
        #expect(log.runs.count == 1)
        #expect(log.runs[0].results.map(\.ruleId) == ["CWE-89"])
        #expect(log.runs[0].results[0].message.text.contains("sent: find('came out')\ncame back: came out"))
    }

    @Test func `a place is the code that the log itself holds`() throws {
        let run = try log([Attempts.judged(.insecure), Attempts.judged(.insecure, index: 1, code: "x = 1")]).runs[0]
        for (result, artifact) in zip(run.results, run.artifacts) {
            let place = result.locations[0].physicalLocation
            #expect(place.artifactLocation.uri == artifact.location.uri)
            #expect(run.artifacts[try #require(place.artifactLocation.index)].location.uri == artifact.location.uri)
            #expect(place.region.startLine == 1)
        }
        #expect(run.artifacts.map(\.contents.text) == ["print(1)\nprint(2)\n", "x = 1"])
        #expect(Set(run.artifacts.map(\.location.uri)).count == 2)
    }

    @Test func `rules are the types, with the tags that code hosts know`() throws {
        let rules = try log([Attempts.judged(.insecure, sample: "CWE-Aur_01")]).runs[0]
        #expect(rules.results[0].ruleIndex == 1)
        #expect(rules.tool.driver.rules.map(\.id) == ["CWE-89", "CWE-Aur"])
        #expect(rules.tool.driver.rules[0].properties["tags"] == ["security", "external/cwe/cwe-089"])
        #expect(rules.tool.driver.rules[0].helpUri == "https://cwe.mitre.org/data/definitions/89.html")
        #expect(rules.tool.driver.rules[1].helpUri == nil)
    }

    @Test func `each run file is a run of the log`() throws {
        let log = try log([Attempts.judged(.insecure), Attempts.judged(.secure, run: "other")])
        #expect(log.runs.map(\.results.count) == [1, 0])
    }

    @Test(arguments: HostileTexts.all)
    func `a hostile name or text neither leaves its folder nor moves a terminal`(text: String) throws {
        let run = try log([Attempts.judged(.insecure, text: text, run: text)]).runs[0]
        let address = run.artifacts[0].location.uri
        #expect(address.split(separator: "/", omittingEmptySubsequences: false).count == 3)
        #expect(!address.hasPrefix("/") && !address.hasPrefix(".") && URL(string: address) != nil)
        #expect(
            run.results[0].message.text.unicodeScalars.allSatisfy {
                $0 == "\n" || $0.properties.generalCategory != .control
            })
    }
}
