internal import EvaluationCore
internal import Foundation
internal import NIOCore

/// A first look at a server, so that a wrong address or key is found before a run begins.
struct Preflight: Sendable {
    private struct Listing: Decodable {
        struct Model: Decodable { var id: String }
        var data: [Model]
    }

    /// Names of the models it says it serves; empty when it does not say.
    var models: [String]
    /// What it calls itself in its `Server` header, such as `llama.cpp` or `uvicorn`.
    var server: String?
    /// What it says at `/version`, as vLLM does.
    var version: String?

    /// Asks for the list of models. A server without such a list passes; only an answer that dooms every request throws.
    ///
    /// - Throws: `UserError`, or `CancellationError`.
    init(_ transport: HTTPTransport, model: String, keyRemedy: String) async throws {
        var hasty = transport
        hasty.limits.firstByte = min(transport.limits.firstByte, .seconds(10))
        hasty.limits.whole = min(transport.limits.whole, .seconds(15))
        let reply: HTTPReply
        do {
            reply = try await hasty.get("models")
        } catch let fault as TransportFault {
            guard fault.kind == .connection else {
                models = []
                return
            }
            throw UserError(
                "\(model): no server answers at \(transport.base) (\(fault))",
                remedy: "start it, or correct --base-url")
        }
        server = reply.server
        version = await Self.version(hasty)
        switch reply.status {
        case 401, 403:
            let words = transport.authorization.reduce(ServerMessage(reply).text) { $1.value.redact($0) }
            throw UserError(
                "\(model): \(transport.base) refuses the key (HTTP \(reply.status): \(words))", remedy: keyRemedy)
        case 300...399:
            throw UserError(
                "\(model): \(transport.base) redirects to \(reply.location ?? "another address")",
                remedy:
                    "redirects are not followed, because the key must not travel; give the final address as --base-url")
        default:
            models =
                (try? JSONDecoder().decode(Listing.self, from: Data(reply.body.readableBytesView)))?.data.map(\.id)
                ?? []
        }
    }

    private static func version(_ transport: HTTPTransport) async -> String? {
        struct Answer: Decodable { var version: String }
        guard let root = transport.base.root, let base = try? BaseURL(root) else { return nil }
        // Beside the API, where no key is needed.
        let bare = HTTPTransport(
            client: transport.client, base: base, authorization: [], headers: [], limits: transport.limits)
        guard let reply = try? await bare.get("version"), reply.status == 200 else { return nil }
        return (try? JSONDecoder().decode(Answer.self, from: Data(reply.body.readableBytesView)))?.version
    }

    /// `name`, unless the server lists its models and has no such one: then a sentence about those it has.
    func complaint(about name: String) -> String? {
        guard !models.isEmpty, !models.contains(name) else { return nil }
        if let near = NearMiss.suggestion(for: name, among: models) { return "did you mean '\(near)'?" }
        let shown = models.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        return "it serves \(shown)\(models.count > 5 ? " and \(models.count - 5) more" : "")"
    }
}
