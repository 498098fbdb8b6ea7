public import EvaluationCore
import Foundation
package import Hummingbird
import Synchronization

/// Serves a review to raters and to an adjudicator, each by a personal link.
///
/// It listens on this machine alone; a reverse proxy brings it to others, with TLS (`docs/review.md`).
public final class ReviewServer: Sendable {
    enum Path {
        static let rate = "/rate/"
        static let judgements = "/rate/judgements"
        static let tries = "/rate/try"
        static let settle = "/settle/"
        static let settleChecks = "/settle/checks"
        static let decisions = "/settle/decisions"
    }

    private let store: any ReviewStore
    let pages: ReviewPages
    private let samples: [SampleID: Sample]
    private let trial: (any ProgramTrial)?
    private let publicOrigin: String?
    private let guards: Set<ReviewGuard>
    private let trying: Mutex<Set<String>> = Mutex([])

    /// - Parameters:
    ///   - trial: nil for a server that runs no programs.
    ///   - publicOrigin: `https://judge.example.org`, when a proxy stands before this server.
    public convenience init(
        store: any ReviewStore, pages: ReviewPages, samples: [Sample], trial: (any ProgramTrial)?,
        publicOrigin: String? = nil
    ) {
        self.init(
            store: store, pages: pages, samples: samples, trial: trial, publicOrigin: publicOrigin,
            guards: Set(ReviewGuard.allCases))
    }

    package init(
        store: any ReviewStore, pages: ReviewPages, samples: [Sample], trial: (any ProgramTrial)?,
        publicOrigin: String?, guards: Set<ReviewGuard>
    ) {
        self.store = store
        self.pages = pages
        self.samples = Dictionary(uniqueKeysWithValues: samples.map { ($0.id, $0) })
        self.trial = trial
        self.publicOrigin = publicOrigin
        self.guards = guards
    }

    /// Runs until the task is cancelled or the process is asked to end.
    ///
    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - whenRunning: called once with the address.
    /// - Throws: `UserError` when the port cannot be had.
    public func run(port: Int, whenRunning: @escaping @Sendable (String) async -> Void) async throws {
        try await serveOnLoopback(router(), port: port) { [publicOrigin] port in
            await whenRunning(publicOrigin ?? "http://\(loopback):\(port)")
        }
    }

    package func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: SecurityHeaders())
        if guards.contains(.host) { router.add(middleware: HostGuard(publicAuthority: publicAuthority)) }
        if guards.contains(.origin) { router.add(middleware: OriginGuard(publicOrigin: publicOrigin)) }
        if guards.contains(.mediaType) { router.add(middleware: MediaTypeGuard()) }
        let (pages, handler) = (pages, self)
        for path in ["/", "/enter"] { router.get("\(path)") { _, _ in Reply.page(pages.entrance()) } }
        router.get("/review.css") { _, _ in Reply.text(pages.style, "text/css; charset=utf-8") }
        router.get("/review.js") { _, _ in Reply.text(pages.script, "text/javascript; charset=utf-8") }
        router.get("/enter.js") { _, _ in Reply.text(pages.enterScript, "text/javascript; charset=utf-8") }
        func get(_ path: String, _ reply: @escaping @Sendable (Request) throws -> Response) {
            router.get("\(path)") { request, _ in try await Reply.orRefusal { try reply(request) } }
        }
        func post(_ path: String, _ reply: @escaping @Sendable (Request) async throws -> Response) {
            router.post("\(path)") { request, _ in try await Reply.orRefusal { try await reply(request) } }
        }
        post("/enter", handler.enter)
        get(Path.rate, handler.ratingPage)
        get(Path.judgements, handler.ownJudgements)
        post(Path.judgements, handler.judge)
        post(Path.tries, handler.tryProgram)
        get(Path.settle) { try handler.settlingPage($0, .blind) }
        get(Path.settleChecks) { try handler.settlingPage($0, .withChecks) }
        get(Path.decisions, handler.ownDecisions)
        post(Path.decisions, handler.decide)
        return router
    }

    private var publicAuthority: String? { publicOrigin.map { String($0.drop { $0 != ":" }.dropFirst(3)) } }

    // MARK: - Signing in

    private struct Token: Decodable {
        var token: String
    }

    private func enter(_ request: Request) async throws -> Response {
        let token = try await body(request, as: Token.self).token
        let role: (cookie: String, path: String) =
            switch try store.person(withToken: token) {
            case .rater: ("rater", Path.rate)
            case .adjudicator: ("adjudicator", Path.settle)
            case nil: throw Refusal(.forbidden, "This link does not hold. Ask for another.")
            }
        var response = try Reply.json(["to": role.path])
        // A month: who judges comes back without the link.
        response.setCookie(
            Cookie(
                name: role.cookie, value: token, maxAge: 30 * 24 * 3600, path: role.path,
                secure: publicOrigin?.hasPrefix("https:") ?? false, httpOnly: true, sameSite: .strict))
        return response
    }

    /// - Throws: `Refusal` for who has no link that holds.
    private func rater(_ request: Request) throws -> String {
        let token = request.cookies["rater"]?.value ?? ""
        if case .rater(let name) = try store.person(withToken: token) { return name }
        guard guards.contains(.session) else { return request.uri.queryParameters["rater"].map(String.init) ?? "" }
        throw Refusal(.unauthorized, "Open the personal link that you were given.")
    }

    private func adjudicator(_ request: Request) throws -> String {
        let token = request.cookies["adjudicator"]?.value ?? ""
        if case .adjudicator(let name) = try store.person(withToken: token) { return name }
        guard guards.contains(.session) else { return "nobody" }
        throw Refusal(.unauthorized, "Open the personal link that you were given.")
    }

    // MARK: - Rating

    private func ratingPage(_ request: Request) throws -> Response {
        guard request.uri.path == Path.rate else { return Reply.redirect(to: Path.rate) }
        let rater = try rater(request)
        return Reply.page(
            try pages.rating(
                review: store.id(), rater: rater, items: try store.items(of: rater), canTry: trial != nil))
    }

    private func ownJudgements(_ request: Request) throws -> Response {
        try Reply.json(try store.judgements(of: rater(request)))
    }

    private func judge(_ request: Request) async throws -> Response {
        let rater = try rater(request)
        let entry = try await body(request, as: ReviewEntry.self)
        let item = try item(entry.item, of: rater)
        if let judgement = entry.judgement { try check(judgement, on: item) }
        try store.submit([entry.item: entry.judgement], rater: rater, date: Date())
        return Response(status: .noContent)
    }

    /// A judgement is read again by people and programs: it has to make sense.
    private func check(_ judgement: Judgement, on item: ReviewItem) throws {
        guard judgement.lines.allSatisfy((1...item.lineCount).contains), judgement.lines.count <= item.lineCount else {
            throw Refusal(.badRequest, "There is no such line.")
        }
        guard judgement.seconds.map({ (0...1e7).contains($0) }) ?? true else {
            throw Refusal(.badRequest, "That is no time.")
        }
        guard [judgement.input, judgement.note].allSatisfy({ ($0?.utf8.count ?? 0) <= Self.longestText }) else {
            throw Refusal(.badRequest, "A text is too long.")
        }
    }

    private struct Try: Decodable {
        var item: String
        var input: String
    }

    private func tryProgram(_ request: Request) async throws -> Response {
        let rater = try rater(request)
        guard let trial else { throw Refusal(.notFound, "This server runs no programs.") }
        let asked = try await body(request, as: Try.self)
        let item = try item(asked.item, of: rater)
        guard let sample = samples[item.sample] else { throw Refusal(.notFound, "There is no such sample.") }
        if guards.contains(.oneTrial) {
            guard trying.withLock({ $0.insert(rater).inserted }) else {
                throw Refusal(.tooManyRequests, "One program at a time: another of yours still runs.")
            }
        }
        defer { trying.withLock { _ = $0.remove(rater) } }
        let result = try await trial.run(item.code, on: asked.input, of: sample)
        return try Reply.json(
            TrialResult(output: visible(result.output), ending: result.ending.map(visible)))
    }

    private func item(_ id: ReviewItem.ID, of rater: String) throws -> ReviewItem {
        let found =
            guards.contains(.ownItems)
            ? try store.item(id, of: rater) : try store.items().first { $0.id == id }
        guard let item = found else {
            throw Refusal(.notFound, "You have no such item.")
        }
        return item
    }

    // MARK: - Settling

    private func settlingPage(_ request: Request, _ phase: Decision.Phase) throws -> Response {
        if phase == .blind, request.uri.path != Path.settle { return Reply.redirect(to: Path.settle) }
        let adjudicator = try adjudicator(request)
        let disputes = try disputes(phase)
        return Reply.page(
            try pages.settling(
                review: store.id(), adjudicator: adjudicator, phase: phase, disputes: disputes,
                judgements: try store.judgements()))
    }

    private func disputes(_ phase: Decision.Phase) throws -> Disputes {
        let disputes = try Disputes(store)
        if phase == .withChecks, !disputes.isUnblinded, guards.contains(.blindFirst) {
            throw Refusal(
                .conflict, "First settle the items on which raters differ: what the checks say is shown afterwards.")
        }
        return disputes
    }

    private func phase(_ request: Request) throws -> Decision.Phase {
        let name = request.uri.queryParameters["phase"].map(String.init) ?? ""
        guard let phase = Decision.Phase(rawValue: name) else { throw Refusal(.badRequest, "There is no such phase.") }
        return phase
    }

    private func ownDecisions(_ request: Request) throws -> Response {
        _ = try adjudicator(request)
        let phase = try phase(request)
        let decided = try disputes(phase).decisions[phase] ?? [:]
        return try Reply.json(decided.values.sorted { $0.item < $1.item })
    }

    private struct DecisionEntry: Decodable {
        var item: String
        var verdict: Judgement.Verdict?
        var reason: Decision.Reason?
        var note: String?
    }

    private func decide(_ request: Request) async throws -> Response {
        let adjudicator = try adjudicator(request)
        let phase = try phase(request)
        let entry = try await body(request, as: DecisionEntry.self)
        guard try disputes(phase).items[phase]?.contains(where: { $0.id == entry.item }) == true else {
            throw Refusal(.notFound, "There is nothing to settle about this item.")
        }
        var decision: Decision?
        if let verdict = entry.verdict {
            guard let reason = entry.reason, reason.isKnown(in: phase) else {
                throw Refusal(.badRequest, "Choose a reason.")
            }
            guard (entry.note?.utf8.count ?? 0) <= Self.longestText else {
                throw Refusal(.badRequest, "A text is too long.")
            }
            decision = Decision(item: entry.item, phase: phase, verdict: verdict, reason: reason, note: entry.note)
        }
        try store.decide(decision, of: entry.item, in: phase, by: adjudicator, date: Date())
        return Response(status: .noContent)
    }

    // MARK: - Bodies

    /// Bytes.
    private static let longestText = 20_000
    private static let longestBody = 100_000

    private func body<Content: Decodable>(_ request: Request, as type: Content.Type) async throws -> Content {
        let limit = guards.contains(.bodySize) ? Self.longestBody : .max
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: limit)
        } catch {
            throw Refusal(.contentTooLarge, "This is too long.")
        }
        do {
            return try JSONDecoder().decode(type, from: Data(buffer.readableBytesView))
        } catch {
            throw Refusal(.badRequest, "This is not understood.")
        }
    }
}
