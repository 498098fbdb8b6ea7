public import EvaluationCore
import Foundation
import HTTPTypes
package import Hummingbird

/// Serves drafts to one reader on this machine, behind a token in the address.
public struct DraftServer: Sendable {
    private let shelf: any DraftShelf
    private let pages: DraftPages
    private let reader: String
    package let token: String

    private static let longestBody = 100_000

    /// - Parameters:
    ///   - reader: who signs.
    ///   - token: 32 random hexadecimal digits unless given.
    public init(shelf: any DraftShelf, pages: DraftPages, reader: String, token: String? = nil) {
        self.shelf = shelf
        self.pages = pages
        self.reader = reader
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
        router.add(middleware: SecurityHeaders(referrerPolicy: "same-origin"))
        router.add(middleware: HostGuard())
        router.add(middleware: OriginGuard())
        router.add(middleware: TokenGuard(token: token))
        router.get("**") { request, _ in try await Reply.orRefusal { try show(request) } }
        router.post("**") { request, _ in try await Reply.orRefusal { try await take(request) } }
        return router
    }

    private func show(_ request: Request) throws -> Response {
        switch path(of: request) {
        case "", "index.html": return Reply.page(pages.list(try shelf.drafts(), reader: reader))
        case "style.css": return Reply.text(pages.assets.style, "text/css; charset=utf-8")
        case "script.js": return Reply.text(pages.assets.script, "text/javascript; charset=utf-8")
        case "version": return Reply.text("1")
        default:
            if let file = try file(request) { return Reply.text(file) }
            return Reply.page(pages.page(try draft(request), reader: reader))
        }
    }

    private func take(_ request: Request) async throws -> Response {
        let type = request.headers[.contentType]?.split(separator: ";").first?.trimmingCharacters(in: .whitespaces)
        guard type?.lowercased() == "application/x-www-form-urlencoded" else {
            throw Refusal(.unsupportedMediaType, "Answers come as the page's form sends them.")
        }
        let draft = try draft(request)
        guard let body = try? await request.body.collect(upTo: Self.longestBody) else {
            throw Refusal(.contentTooLarge, "That is too long.")
        }
        let fields = DashboardServer.fields(of: String(buffer: body))
        guard fields["digest"] == draft.digest else {
            return refused("The draft was changed while you read it. Read it again.", .conflict, draft, fields)
        }
        var answers: [DraftReading.Answer] = []
        for number in 1...DraftReading.questions.count {
            let note = fields["note-\(number)"]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            guard let answer = fields["answer-\(number)"], ["yes", "no"].contains(answer) else {
                return refused("Question \(number) has no answer.", .badRequest, draft, fields)
            }
            guard answer == "yes" || !note.isEmpty else {
                return refused("Question \(number): say what is wrong.", .badRequest, draft, fields)
            }
            answers.append(.init(holds: answer == "yes", note: note.isEmpty ? nil : note))
        }
        try shelf.add(
            DraftReading(reader: reader, date: Date(), digest: draft.digest, answers: answers), to: draft.name)
        return Response(
            status: .seeOther, headers: [.location: "\(DraftPages.encoded(draft.name)).html"])
    }

    /// `draft/NAME/checks/security.py`
    private func file(_ request: Request) throws -> String? {
        let parts = path(of: request).split(separator: "/", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[0] == "draft", let name = parts[1].removingPercentEncoding else { return nil }
        guard let draft = try shelf.drafts().first(where: { $0.name == name }) else { return nil }
        return pages.file(parts[2], of: draft)
    }

    private func draft(_ request: Request) throws -> DraftView {
        let path = path(of: request)
        guard path.hasPrefix("draft/"), path.hasSuffix(".html"),
            let name = path.dropFirst("draft/".count).dropLast(".html".count).removingPercentEncoding,
            let draft = try shelf.drafts().first(where: { $0.name == name })
        else { throw Refusal(.notFound, "There is no such page.") }
        return draft
    }

    /// What stands behind the token.
    private func path(of request: Request) -> String {
        request.uri.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).joined(separator: "/")
    }

    /// What was answered is shown again, so that nothing has to be written twice.
    private func refused(
        _ problem: String, _ status: HTTPResponse.Status, _ draft: DraftView, _ fields: [String: String]
    ) -> Response {
        let page = pages.page(draft, reader: reader, problem: problem, given: fields)
        return Reply.text(page, "text/html; charset=utf-8", status: status)
    }
}
