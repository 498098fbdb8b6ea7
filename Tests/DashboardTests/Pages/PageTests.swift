import Dashboard
import EvaluationCore
import Foundation
import TestSupport
import Testing

@Suite struct PageTests {
    private func site(_ verdict: @escaping (AttemptKey) -> Verdict.Kind? = { _ in .insecure }) throws -> Site {
        try TestSite.make([
            FakeRun(label: "first", samples: TestSite.ids, verdict: verdict),
            FakeRun(label: "second", samples: TestSite.ids, tasks: [.generate, .detect]) { _ in .secure },
        ])
    }

    @Test func `every figure of the overview leads to the attempts behind it`() throws {
        let page = try #require(try site().page("index.html"))
        #expect(page.contains("<a href=\"attempts.html?run=0&amp;task=generate&amp;attempts=1\">"))
        #expect(page.contains("<a href=\"attempts.html?run=1&amp;task=detect\">"))
    }

    @Test func `the overview tells what is missing`() throws {
        let page = try #require(try site { $0.index == 0 ? .secure : nil }.page("index.html"))
        #expect(page.contains("6 of 12 attempts, 6 missing"))
    }

    @Test func `an attempt shows the deciding check, what it sent and what came back`() throws {
        let page = try #require(try site().page("attempt/0-generate-CWE-89_01-task-1.html"))
        for text in [
            "security/test_it_holds", "effect plain", "sent plain", "received plain", "(4 before)", "Prompt plain",
            "answer plain", "thought plain", "cut plain", "CodeBLEU 50.00",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(page.contains("<span class=\"line marked\"><span class=\"no\">3</span>"))
        #expect(!page.contains("test_other"), "the check's code ends with the check")
    }

    @Test func `attempts lead to the one before and the one after, within the list that the reader came from`() throws {
        let site = try site()
        let middle = try #require(try site.page("attempt/0-generate-CWE-89_01-task-2.html"))
        #expect(middle.contains("href=\"../attempt/0-generate-CWE-89_01-task-1.html\" rel=\"prev\""))
        #expect(middle.contains("href=\"../attempt/0-generate-CWE-89_02-task-1.html\" rel=\"next\""))
        let narrowed = try #require(
            try site.page("attempt/0-generate-CWE-89_01-task-1.html", query: ["type": "CWE-89", "attempts": "1"]))
        #expect(
            narrowed.contains(
                "href=\"../attempt/0-generate-CWE-89_02-task-1.html?type=CWE-89&amp;attempts=1\" rel=\"next\""))
        #expect(!narrowed.contains("rel=\"prev\""))
    }

    @Test func `an attempt that was not made has a page that says so`() throws {
        let page = try #require(
            try site { $0.index == 0 ? .secure : nil }.page("attempt/0-repair-CWE-79_01-task-2.html"))
        #expect(page.contains("has not been made"))
    }

    @Test func `a sample shows its six attributes, checks, variants and how each run did on it`() throws {
        let page = try #require(try site().page("sample/CWE-89_02.html"))
        for text in [
            "CWE-89_02", "Problem plain", "Aware plain", "bad = ", "Why plain", "good = 1", "checks/security.py",
            "variants/secure-a.py", "first, generate, attempt 1: insecure", "second, generate, attempt 2: secure",
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func `a comparison puts what got better and worse with both verdicts' evidence`() throws {
        let page = try #require(try site().page("compare/0-generate--1-generate.html"))
        #expect(page.contains("d-better"))
        #expect(page.contains("first, generate → second, generate"))
        #expect(page.contains("effect plain"))
        let worse = try #require(try site().page("compare/1-generate--0-generate.html"))
        #expect(worse.contains("d-worse"))
    }

    @Test(arguments: [
        "", "nothing.html", "../index.html", "attempt/", "attempt/9-generate-CWE-89_01-task-1.html",
        "attempt/0-generate-CWE-89_01-task-9.html",
        "attempt/0-generate-CWE-89_01-task-0.html", "attempt/../../etc/passwd", "sample/CWE-1_01.html",
        "sample/../../x.html",
        "compare/0-generate--9-generate.html", "compare/0-classify--1-generate.html", "style.css/../x",
        "attempt/-1-generate-CWE-89_01-task-1.html",
    ])
    func `what is no page is none`(path: String) throws {
        #expect(try site().page(path) == nil)
    }

    @Test func `a page is made anew when a run has grown`() throws {
        let run = FakeRun(samples: TestSite.ids)
        let site = try TestSite.make([run])
        #expect(try #require(try site.page("index.html")).contains("12 of 12 attempts"))
        run.forget(AttemptKey(sample: TestSite.ids[0], task: .generate))
        #expect(try #require(try site.page("index.html")).contains("11 of 12 attempts, 1 missing"))
    }

    @Test func `no text of a model, a user or a check becomes markup`() throws {
        for (number, text) in HostileTexts.all.enumerated() {
            let runs = [
                FakeRun(
                    label: "a \(text.prefix(300))", samples: TestSite.ids, tasks: [.generate, .classify], attempts: 1,
                    hostile: text),
                FakeRun(
                    label: "b \(text.prefix(300))", samples: TestSite.ids, tasks: [.generate], attempts: 1,
                    hostile: text
                ) { _ in .secure },
            ]
            let site = try TestSite.make(runs, hostile: text)
            for path in [
                "index.html", "attempts.html", "samples.html", "compare.html",
                "attempt/0-generate-CWE-89_01-task-1.html",
                "attempt/0-classify-CWE-89_01-insecure-1.html", "sample/CWE-89_01.html",
                "compare/0-generate--1-generate.html",
            ] {
                let page = try #require(
                    try site.page(path, query: ["q": String(text.prefix(300))], isStatic: number.isMultiple(of: 2)))
                #expect(MarkupScan(page).faults == [], "text \(number) on \(path)")
            }
        }
    }

    @Test(arguments: HostileTexts.size)
    func `a text of any size is shown whole and as text`(text: String) throws {
        let site = try TestSite.make([FakeRun(samples: TestSite.ids, attempts: 1, hostile: text)])
        let page = try #require(try site.page("attempt/0-generate-CWE-89_01-task-1.html"))
        #expect(page.utf8.count > 3 * text.utf8.count)
        #expect(!page.contains("<<"))
    }
}
