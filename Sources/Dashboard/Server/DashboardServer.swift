import EvaluationCore
public import Foundation
package import Hummingbird
import Reports

/// Serves the pages on this machine alone, to whoever has the address that it prints.
public struct DashboardServer: Sendable {
    private let site: Site
    private let assets: Assets
    /// The first part of every path. Who cannot read the terminal cannot guess it.
    package let token: String

    /// - Parameter token: 32 random hexadecimal digits unless given.
    public init(site: Site, assets: Assets, token: String? = nil) {
        self.site = site
        self.assets = assets
        self.token = token ?? randomToken()
    }

    /// Runs until the task is cancelled or the process is asked to end.
    ///
    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - whenRunning: called once with the address of the first page.
    /// - Throws: `UserError` when the port cannot be had.
    public func run(port: Int, whenRunning: @escaping @Sendable (String) async -> Void) async throws {
        try await serveOnLoopback(router(), port: port) { [token] port in
            await whenRunning("http://\(loopback):\(port)/\(token)/")
        }
    }

    package func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: SecurityHeaders())
        router.add(middleware: HostGuard())
        router.add(middleware: TokenGuard(token: token))
        router.get("**") { request, _ in try respond(to: request) }
        router.head("**") { request, _ in try respond(to: request) }
        return router
    }

    private func respond(to request: Request) throws -> Response {
        // The guard has let only paths with the token pass.
        let parts = request.uri.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2)
        let path = parts.joined(separator: "/")
        switch path {
        case "style.css": return text(assets.style, "text/css; charset=utf-8")
        case "script.js": return text(assets.script, "text/javascript; charset=utf-8")
        case "version":
            return text(try site.version().map(String.init).joined(separator: "."), "text/plain; charset=utf-8")
        default: break
        }
        let query = Self.fields(of: request.uri.query ?? "")
        do {
            guard let page = try site.page(path.isEmpty ? "index.html" : path, query: query) else {
                return text("There is no such page.\n", "text/plain; charset=utf-8", status: .notFound)
            }
            return text(page, "text/html; charset=utf-8")
        } catch {
            // A run that is gone or damaged: the next request may go better.
            return text("\(visible("\(error)"))\n", "text/plain; charset=utf-8", status: .internalServerError)
        }
    }

    /// A query as forms write it, where a plus is a blank (WHATWG URL, application/x-www-form-urlencoded parsing); of a name
    /// that comes twice the first counts.
    package static func fields(of query: String) -> [String: String] {
        func decoded(_ text: Substring) -> String {
            let plain = text.replacing("+", with: " ")
            return String(plain).removingPercentEncoding ?? String(plain)
        }
        let pairs = query.split(separator: "&").map { pair -> (String, String) in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private func text(_ content: String, _ type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: content)))
    }
}

/// What every page needs beside itself.
public struct Assets: Sendable {
    public let style: String
    public let script: String

    /// - Throws: `UserError` when one of them cannot be read.
    public init(folder: URL) throws {
        style = try Self.read("style.css", in: folder) + "\n" + chartStyle + "\n"
        script = try Self.read("script.js", in: folder)
    }

    static func read(_ name: String, in folder: URL) throws -> String {
        do {
            return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        } catch {
            throw UserError(
                "\(folder.path)/\(name): cannot be read", remedy: "--home has to name secucogen's own folder")
        }
    }
}
