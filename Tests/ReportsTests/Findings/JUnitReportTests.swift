import EvaluationCore
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct JUnitReportTests {
    private func cases(_ attempts: [JudgedAttempt]) throws -> [XMLNode] {
        try XMLReading.nodes("testcase", of: JUnitReport().render(attempts))
    }

    @Test(
        arguments: [
            (Verdict.Kind.secure, nil), (.insecure, "failure"), (.incorrect, "failure"), (.inconclusive, "error"),
            (.harnessError, "error"),
        ] as [(Verdict.Kind, String?)])
    func `only a secure answer passes, and our own trouble is an error`(kind: Verdict.Kind, element: String?) throws {
        let node = try #require(try cases([Attempts.judged(kind)]).first)
        #expect(node.children.map(\.name) == [element].compactMap(\.self))
        #expect(node.children.first?.attributes["type"] ?? kind.rawValue == kind.rawValue)
        #expect(node.attributes["time"] == "1.500")
    }

    @Test func `what was not asked is skipped, and what was not scored is an error`() throws {
        #expect(
            try cases([Attempts.missing, Attempts.unscored]).map { $0.children.map(\.name) } == [
                ["skipped"], ["error"],
            ])
    }

    @Test func `a wrong label has failed and says what was right`() throws {
        let nodes = try cases([
            Attempts.labelled(.secure, subject: .secure), Attempts.labelled(.secure, subject: .insecure),
            Attempts.labelled(.unparsed, subject: .secure),
        ])
        #expect(
            nodes.map { $0.children.first?.attributes["message"] } == [
                nil, "read as secure; it is insecure", "read as unparsed; it is secure",
            ])
    }

    @Test func `the failure holds what was sent and what came back`() throws {
        let node = try #require(try cases([Attempts.judged(.insecure, text: "a < b & c")]).first)
        #expect(node.children[0].text == "security/test_rows\n> find('a < b & c')\n< a < b & c")
    }

    @Test func `suites are counted, and each task of each run has its own`() throws {
        let text = JUnitReport().render([
            Attempts.judged(.secure), Attempts.judged(.insecure, index: 1), Attempts.missing,
            Attempts.labelled(.secure, subject: .secure), Attempts.judged(.inconclusive, run: "other"),
        ])
        let suites = try XMLReading.nodes("testsuite", of: text)
        #expect(suites.map { $0.attributes["name"] } == ["mine, generate", "mine, detect", "other, generate"])
        #expect(suites.map { $0.attributes["tests"] } == ["3", "1", "1"])
        #expect(suites.map { $0.attributes["failures"] } == ["1", "0", "0"])
        #expect(suites.map { $0.attributes["errors"] } == ["0", "0", "1"])
        #expect(suites.map { $0.attributes["skipped"] } == ["1", "0", "0"])
    }

    @Test(arguments: HostileTexts.all)
    func `a hostile text stays a text`(text: String) throws {
        let attempts = [Attempts.judged(.insecure, text: text, run: text), Attempts.judged(.secure, run: text)]
        let nodes = try cases(attempts)
        #expect(nodes.count == 2)
        #expect(nodes.map { $0.children.map(\.name) } == [["failure"], []])
        let plain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F }
        if plain { #expect(nodes[0].children[0].attributes["message"]?.hasSuffix(text) == true) }
    }
}
