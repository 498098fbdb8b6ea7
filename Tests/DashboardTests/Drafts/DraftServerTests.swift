import Dashboard
import EvaluationCore
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import TestSupport
import Testing

/// Drafts in memory.
private final class FakeShelf: DraftShelf {
    private let view: Mutex<DraftView>

    init(hostile: String = "plain", digest: String = "digest") {
        view = Mutex(
            DraftView(
                name: "CWE-89-record-1", sample: TestSite.samples(hostile: hostile)[1], digest: digest, readings: [],
                findings: [.init(question: "Is it new? \(hostile)", messages: ["found \(hostile)"])],
                disputes: ["disputed \(hostile)"]))
    }

    func drafts() -> [DraftView] { [view.withLock { $0 }] }
    func add(_ reading: DraftReading, to draft: String) { view.withLock { $0.readings.append(reading) } }
    func change() { view.withLock { $0.digest = "another" } }
    var readings: [DraftReading] { view.withLock { $0.readings } }
}

@Suite struct DraftServerTests {
    private static let token = "0123456789abcdef0123456789abcdef"
    private static let page = "/\(token)/draft/CWE-89-record-1.html"
    private static let own: [String: String] = [
        "Origin": "http://localhost", "Content-Type": "application/x-www-form-urlencoded",
    ]

    private func ask(
        _ path: String, _ shelf: FakeShelf, reader: String = "ada", body: String? = nil, headers: [String: String] = own
    ) async throws -> TestResponse {
        let pages = DraftPages(
            templates: try Templates(folder: repositoryFolder.appending(path: "Pages/templates")),
            assets: try TestSite.assets(), highlighter: TestSite.NoColours(), runsOn: "Python 3")
        let server = DraftServer(shelf: shelf, pages: pages, reader: reader, token: Self.token)
        var fields: HTTPFields = [:]
        if body != nil { for (name, value) in headers { fields[HTTPField.Name(name)!] = value } }
        let sent = fields
        return try await Application(router: server.router()).test(.router) { client in
            try await client.execute(
                uri: path, method: body == nil ? .get : .post, headers: sent, body: body.map { ByteBuffer(string: $0) })
        }
    }

    private static func form(
        digest: String = "digest", answers: [String] = Array(repeating: "yes", count: 5), notes: [Int: String] = [:]
    ) -> String {
        (["digest=\(digest)"] + answers.enumerated().map { "answer-\($0.offset + 1)=\($0.element)" }
            + notes.map { "note-\($0.key)=\($0.value)" }).joined(separator: "&")
    }

    @Test func `a reader sees the draft, what machines found, and five questions`() async throws {
        let list = String(buffer: try await ask("/\(Self.token)/", FakeShelf()).body)
        #expect(list.contains("draft/CWE-89-record-1.html") && list.contains("to be read"))
        let page = String(buffer: try await ask(Self.page, FakeShelf()).body)
        for text in [
            "Problem plain", "Aware plain", "Why plain", "bad = ", "checks/security.py", "variants/secure-a.py",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        for text in DraftReading.questions + ["found plain", "Is it new? plain", "disputed plain"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test(arguments: ["secure.py", "insecure.py", "checks/security.py", "variants/secure-a.py"])
    func `each program is there as a file, which no browser takes for a page`(path: String) async throws {
        let response = try await ask("/\(Self.token)/draft/CWE-89-record-1/\(path)", FakeShelf(hostile: "<script>"))
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(response.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test func `five answers are signed, and what others say is seen afterwards`() async throws {
        let shelf = FakeShelf()
        shelf.add(
            DraftReading(
                reader: "ben", date: Date(), digest: "digest",
                answers: DraftReading.questions.map { _ in .init(holds: false, note: "ben's doubt") }), to: "")
        #expect(!String(buffer: try await ask(Self.page, shelf).body).contains("doubt"))
        let answers = ["yes", "yes", "no", "yes", "yes"]
        let response = try await ask(
            Self.page, shelf, body: Self.form(answers: answers, notes: [3: "a+second+door%3F"]))
        #expect(response.status == .seeOther)
        #expect(response.headers[.location] == "CWE-89-record-1.html")
        #expect(shelf.readings.last?.reader == "ada")
        #expect(shelf.readings.last?.objections == [3])
        #expect(shelf.readings.last?.answers[2].note == "a second door?")
        let page = String(buffer: try await ask(Self.page, shelf).body)
        #expect(page.contains("ben&#39;s doubt") && page.contains("a second door?") && page.contains("signed by ada"))
    }

    @Test(arguments: [
        (DraftServerTests.form(answers: ["yes"]), "Question 2 has no answer."),
        (DraftServerTests.form(answers: ["yes", "perhaps", "yes", "yes", "yes"]), "Question 2 has no answer."),
        (DraftServerTests.form(answers: ["yes", "yes", "yes", "yes", "no"]), "Question 5: say what is wrong."),
        (DraftServerTests.form(digest: "old"), "The draft was changed while you read it."),
        ("", "The draft was changed while you read it."),
    ])
    func `half an answer is not taken`(body: String, words: String) async throws {
        let shelf = FakeShelf()
        let response = try await ask(Self.page, shelf, body: body)
        #expect(response.status == .badRequest || response.status == .conflict)
        #expect(String(buffer: response.body).contains(words))
        #expect(shelf.readings.isEmpty)
    }

    @Test func `what was answered is shown again when it is not taken`() async throws {
        let body = Self.form(answers: ["no", "yes", "no", "yes"], notes: [1: "%3Cb%3Ewrong"])
        let page = String(buffer: try await ask(Self.page, FakeShelf(), body: body).body)
        #expect(page.contains("Question 3: say what is wrong."))
        #expect(page.contains("&lt;b&gt;wrong</textarea>"))
        #expect(page.contains(#"name="answer-1" value="no" required checked"#))
        #expect(page.contains(#"name="answer-2" value="yes" required checked"#))
        #expect(!page.contains(#"name="answer-5" value="yes" required checked"#))
    }

    @Test func `browsers say where a form comes from`() async throws {
        let response = try await ask(Self.page, FakeShelf())
        #expect(response.headers[HTTPField.Name("Referrer-Policy")!] == "same-origin")
        #expect(String(buffer: response.body).contains(#"<meta name="referrer" content="same-origin">"#))
    }

    @Test func `a draft that was changed has to be read again`() async throws {
        let shelf = FakeShelf()
        _ = try await ask(Self.page, shelf, body: Self.form())
        shelf.change()
        let page = String(buffer: try await ask(Self.page, shelf).body)
        #expect(!page.contains("signed by ada"))
        #expect(String(buffer: try await ask("/\(Self.token)/", shelf).body).contains("to be read"))
    }

    @Test(arguments: [
        ["Origin": "https://evil.example", "Content-Type": "application/x-www-form-urlencoded"],
        ["Content-Type": "application/x-www-form-urlencoded"],
        ["Origin": "http://localhost", "Content-Type": "text/plain"],
        ["Origin": "http://localhost"],
        [
            "Origin": "http://localhost", "Content-Type": "application/x-www-form-urlencoded",
            "Sec-Fetch-Site": "cross-site",
        ],
    ])
    func `a page of another site signs nothing`(headers: [String: String]) async throws {
        let shelf = FakeShelf()
        let response = try await ask(Self.page, shelf, body: Self.form(), headers: headers)
        #expect([.forbidden, .unsupportedMediaType].contains(response.status))
        #expect(shelf.readings.isEmpty)
    }

    @Test(arguments: [
        "/draft/CWE-89-record-1.html", "/", "/style.css", "/0123456789abcdef0123456789abcdee/",
    ])
    func `who has no token sees nothing and signs nothing`(path: String) async throws {
        let shelf = FakeShelf()
        let responses = [try await ask(path, shelf), try await ask(path, shelf, body: Self.form())]
        #expect(responses.allSatisfy { $0.status == .notFound })
        #expect(shelf.readings.isEmpty)
    }

    @Test(arguments: [
        "draft/other.html", "draft/CWE-89-record-1/other.py", "draft/other/secure.py", "draft/CWE-89-record-1/../../x",
        "draft/..%2f..%2fetc%2fpasswd.html", "draft/.html", "nothing",
    ])
    func `there is no other page`(path: String) async throws {
        #expect(try await ask("/\(Self.token)/\(path)", FakeShelf()).status == .notFound)
    }

    @Test func `a body without an end is refused`() async throws {
        let shelf = FakeShelf()
        let response = try await ask(
            Self.page, shelf, body: Self.form(notes: [1: String(repeating: "x", count: 200_000)]))
        #expect(response.status == .contentTooLarge)
        #expect(shelf.readings.isEmpty)
    }

    @Test(arguments: HostileTexts.all)
    func `texts of models stay texts`(hostile: String) async throws {
        for path in ["/\(Self.token)/", Self.page] {
            let page = String(buffer: try await ask(path, FakeShelf(hostile: hostile)).body)
            let scan = MarkupScan(page, allowing: ["fieldset", "legend", "textarea"])
            #expect(scan.faults.isEmpty, "\(path): \(scan.faults)")
        }
    }
}
