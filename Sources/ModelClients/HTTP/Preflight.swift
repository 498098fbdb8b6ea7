internal import EvaluationCore
internal import Foundation
internal import NIOCore

/// A first look at a server, so that a wrong address or key is found before a run begins.
struct Preflight: Sendable {
    /// Names of the models it says it serves; empty when it does not say.
    var models: [String] = []
    /// What it calls itself in its `Server` header, such as `llama.cpp` or `uvicorn`.
    var server: String?
    /// What it says at `/version`, as vLLM does.
    var version: String?
    /// Why it does not let this key see its models: the key may still be good for asking, so the first request decides.
    var refusal: String?

    /// Asks for the list of models. A server without such a list passes; only an answer that dooms every request throws.
    ///
    /// - Throws: `UserError`, or `CancellationError`.
    init(_ transport: HTTPTransport, model: String) async throws {
        var hasty = transport
        hasty.limits.firstByte = min(transport.limits.firstByte, .seconds(10))
        hasty.limits.whole = min(transport.limits.whole, .seconds(15))
        let reply: HTTPReply
        do {
            reply = try await hasty.get("models")
        } catch let fault as TransportFault {
            guard fault.kind == .connection else { return }
            throw UserError(
                "\(model): no server answers at \(transport.base) (\(fault))",
                remedy: "start it, or correct --base-url")
        }
        server = reply.server
        switch reply.status {
        case 401, 403:
            let words = transport.authorization.reduce(ServerMessage(reply).text) { $1.value.redact($0) }
            refusal = "HTTP \(reply.status): \(words)"
        case 300...399:
            throw UserError(
                "\(model): \(transport.base) redirects to \(reply.location.map { ServerMessage.line($0) } ?? "another address")",
                remedy:
                    "redirects are not followed, because the key must not travel; give the final address as --base-url")
        default:
            models = Self.models(in: reply)
            if models.isEmpty, reply.saysHTML || reply.status == 404 {
                try await Self.lookBelow(hasty, model: model, reply)
            }
        }
        version = await Self.version(hasty)
    }

    private static func models(in reply: HTTPReply) -> [String] {
        guard let listing = try? JSONReader.read(reply.body) else { return [] }
        return (listing["data"].array ?? listing.array ?? []).compactMap { $0["id"].string }
    }

    /// - Throws: `UserError` when the API is not here but below `/v1`.
    private static func lookBelow(_ transport: HTTPTransport, model: String, _ reply: HTTPReply) async throws {
        guard !transport.base.namesVersion, let base = try? BaseURL("\(transport.base)/v1") else { return }
        // Without the key: a server that wants one says so, and is known by that.
        let below = HTTPTransport(
            client: transport.client, base: base, authorization: [], headers: [], limits: transport.limits)
        guard let found = try? await below.get("models") else { return }
        guard !models(in: found).isEmpty || ([401, 403].contains(found.status) && !found.saysHTML) else { return }
        throw UserError(
            "\(model): at \(transport.base) there is no API (HTTP \(reply.status)"
                + "\(reply.saysHTML ? ", a web page" : "")), but at \(base) there is one",
            remedy: "give --base-url \(base)")
    }

    private static func version(_ transport: HTTPTransport) async -> String? {
        guard let root = transport.base.root, let base = try? BaseURL(root) else { return nil }
        // Beside the API, where no key is needed.
        let bare = HTTPTransport(
            client: transport.client, base: base, authorization: [], headers: [], limits: transport.limits)
        guard let reply = try? await bare.get("version"), reply.status == 200 else { return nil }
        return (try? JSONReader.read(reply.body))?["version"].string
    }

    /// `name`, unless the server lists its models and has no such one: then a sentence about those it has.
    func complaint(about name: String) -> String? {
        guard !models.isEmpty, !models.contains(name) else { return nil }
        if let near = NearMiss.suggestion(for: name, among: models) { return "did you mean '\(near)'?" }
        let shown = models.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        return "it serves \(shown)\(models.count > 5 ? " and \(models.count - 5) more" : "")"
    }

    /// Asks one short question where the list of models is closed to the key.
    ///
    /// - Throws: `UserError` when the key is refused there, too.
    func check(_ model: any LanguageModel, keyRemedy: String, base: BaseURL, warn: (String) -> Void) async throws {
        guard let refusal else { return }
        let prompt: Prompt =
            model.identity.form == .chat
            ? .chat([ChatMessage(role: .user, content: "Say yes.")]) : .completion("def f():", stop: [])
        let key = AttemptKey(sample: SampleID("CWE-20_01")!, task: .generate)
        do {
            _ = try await model.answer(
                ModelRequest(key: key, prompt: prompt, parameters: SamplingParameters(maxTokens: 16)))
        } catch let error as ModelError where error.kind == .misconfigured {
            throw UserError(error.description, remedy: keyRemedy)
        } catch is ModelError {
            // The run will meet it again, and say so.
        }
        warn(
            "\(model.identity.model): \(base) does not show its models to this key (\(refusal)); it answers all the same"
        )
    }
}
