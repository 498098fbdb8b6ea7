import Dashboard
import EvaluationCore
import Testing

/// The list is narrowed and sorted by what stands in the address.
@Suite struct AttemptListTests {
    private func listed(_ query: [String: String]) throws -> [String] {
        let runs = [
            FakeRun(label: "first", samples: TestSite.ids) { $0.sample.number == 1 ? .insecure : .incorrect },
            FakeRun(label: "second", samples: TestSite.ids, tasks: [.generate]) { $0.index == 0 ? .secure : nil },
        ]
        let page = try #require(try TestSite.make(runs).page("attempts.html", query: query))
        return page.matches(of: /<td><a href="attempt\/([^"?]+)\.html/).map { String($0.1) }
    }

    @Test func `without a word in the address every planned attempt is listed, missing ones too`() throws {
        #expect(try listed([:]).count == 18)
    }

    @Test(arguments: [
        (["run": "1"], 6), (["task": "repair"], 6), (["type": "CWE-79"], 6), (["judged": "missing"], 3),
        (["judged": "secure"], 3),
        (["cause": "cause plain"], 12), (["attempts": "1"], 9), (["samples": "CWE-79_01,CWE-89_02", "run": "1"], 4),
        (["q": "title INSECURE"], 8), (["q": "89_02 incorrect"], 4), (["q": "nowhere"], 0),
        (["type": "CWE-89", "judged": "secure"], 2),
    ])
    func `each word of the address narrows it`(query: [String: String], count: Int) throws {
        #expect(try listed(query).count == count)
    }

    @Test(arguments: [
        ["run": "x"], ["run": "99999999999999999999"], ["sort": "nothing"], ["page": "-3"], ["page": "999"],
        ["attempts": ""],
    ])
    func `an address that means nothing does no harm`(query: [String: String]) throws {
        _ = try listed(query)
    }

    @Test func `sorting keeps equal rows in their order, and a minus turns it round`() throws {
        let up = try listed(["sort": "judged", "run": "0", "task": "generate"])
        #expect(
            up == [
                "0-generate-CWE-89_02-task-1", "0-generate-CWE-89_02-task-2", "0-generate-CWE-79_01-task-1",
                "0-generate-CWE-79_01-task-2", "0-generate-CWE-89_01-task-1", "0-generate-CWE-89_01-task-2",
            ])
        #expect(try listed(["sort": "-judged", "run": "0", "task": "generate"]) == up.reversed())
    }
}
