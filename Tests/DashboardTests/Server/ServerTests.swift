import Dashboard
import EvaluationCore
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@Suite struct ServerTests {
    private static let token = "0123456789abcdef0123456789abcdef"

    /// Asks the real router, as a browser on this machine does.
    private func ask(
        _ path: String, method: HTTPRequest.Method = .get
    ) async throws -> TestResponse {
        let site = try TestSite.make([FakeRun(samples: TestSite.ids)])
        let server = DashboardServer(site: site, assets: try TestSite.assets(), token: Self.token)
        return try await Application(router: server.router()).test(.router) { client in
            try await client.execute(uri: path, method: method)
        }
    }

    @Test(arguments: [
        "", "index.html", "attempts.html?type=CWE-89", "attempt/0-generate-CWE-89_01-task-1.html", "samples.html",
        "sample/CWE-89_01.html", "compare.html", "compare.html?first=0-generate&second=0-repair",
    ])
    func `who has the token sees the pages`(path: String) async throws {
        let response = try await ask("/\(Self.token)/\(path)")
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "text/html; charset=utf-8")
    }

    @Test(arguments: [
        "/", "/index.html", "/style.css", "/0123456789abcdef0123456789abcdee/", "/0123456789abcdef0123456789abcde/",
        "/0123456789ABCDEF0123456789ABCDEF/", "//0123456789abcdef0123456789abcdef/",
        "/x/0123456789abcdef0123456789abcdef/",
        "/?token=0123456789abcdef0123456789abcdef", "/version",
    ])
    func `who has not, sees nothing`(path: String) async throws {
        let response = try await ask(path)
        #expect(response.status == .notFound)
        #expect(response.body.readableBytes == 0)
    }

    @Test func `a port that another program listens on is named, with a way out`() async throws {
        let server = DashboardServer(site: try TestSite.make([]), assets: try TestSite.assets())
        await withThrowingTaskGroup(of: Void.self) { group in
            let (ports, first) = AsyncStream.makeStream(of: Int.self)
            group.addTask {
                try await server.run(port: 0) { address in
                    first.yield(Int(address.split(separator: ":")[2].prefix { $0 != "/" })!)
                }
            }
            for await port in ports {
                let error = await #expect(throws: UserError.self) {
                    try await server.run(port: port) { _ in Issue.record("two servers listen on port \(port)") }
                }
                #expect(
                    error?.description.contains("port \(port) cannot be listened on (Address already in use)") == true)
                #expect(error?.description.contains("give another --port") == true)
                break
            }
            group.cancelAll()
        }
    }

    @Test(arguments: [
        "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "", ":", "[::1]:8080", "127.0.0.1@evil.example",
        "localhost.evil.example", "127.0.0.1:80:evil.example", "LOCALHOST\u{0}",
    ])
    func `a name that was made to point here is not this machine's`(authority: String) {
        #expect(!isThisMachine(authority))
    }

    @Test(arguments: ["127.0.0.1", "127.0.0.1:1", "localhost:9000"])
    func `this machine's own names are`(authority: String) {
        #expect(isThisMachine(authority))
    }

    @Test(arguments: [
        "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/Pages/style.css", "/templates/layout.mustache",
        "/attempt/..%2f..%2fetc%2fpasswd",
        "/style.css/..", "/attempt/0-generate-CWE-89_01-task-1.html%00", "/\u{1F600}",
    ])
    func `no path reaches the file system`(path: String) async throws {
        let response = try await ask("/\(Self.token)\(path)")
        #expect(response.status == .notFound)
    }

    @Test(arguments: ["/\(token)/", "/\(token)/style.css", "/\(token)/nothing", "/", "/\(token)/version"])
    func `every answer forbids what the pages do not bring along`(path: String) async throws {
        let headers = try await ask(path).headers
        let policy = try #require(headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[HTTPField.Name("Referrer-Policy")!] == "no-referrer")
        #expect(headers[.setCookie] == nil)
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .options])
    func `nothing can be changed`(method: HTTPRequest.Method) async throws {
        let status = try await ask("/\(Self.token)/", method: method).status
        #expect(status == .methodNotAllowed || status == .notFound)
    }

    @Test(arguments: [
        ("q=two+words&type=CWE-89", ["q": "two words", "type": "CWE-89"]), ("q=a%2Bb%26c%3Dd", ["q": "a+b&c=d"]),
        ("", [:]),
        ("q", ["q": ""]), ("q=1&q=2", ["q": "1"]), ("q=%zz", ["q": "%zz"]), ("&&=&q=%C3%A4", ["": "", "q": "ä"]),
    ])
    func `queries are read as forms write them`(query: String, fields: [String: String]) {
        #expect(DashboardServer.fields(of: query) == fields)
    }

    @Test func `tokens are made anew and cannot be guessed`() throws {
        let tokens = try (0..<50).map { _ in
            DashboardServer(site: try TestSite.make([]), assets: try TestSite.assets()).token
        }
        #expect(Set(tokens).count == 50)
        #expect(tokens.allSatisfy { $0.count == 32 })
    }
}
