internal import AsyncHTTPClient
internal import EvaluationCore

/// What providers share: options, samples, the HTTP client and the local servers that run already.
struct ResolvingContext: Sendable {
    let options: ModelOptions
    let samples: [SampleID: Sample]
    let http: HTTPClient
    let servers: LocalServers

    /// A variable of the environment or, if it is empty or missing there, of the environment's file.
    ///
    /// - Throws: `UserError` when it would be taken from a file that is unusable.
    func variable(_ name: String) throws -> String? {
        if let text = options.environment[name], !text.isEmpty { return text }
        return try options.environmentFile?.value(of: name)
    }

    /// The key from the key file or the first of the variables that is set.
    ///
    /// - Throws: `UserError` when the key is unusable.
    func credential(_ variables: String...) throws -> Credential? {
        if let file = options.keyFile { return try Credential(file: file) }
        for name in variables {
            if let text = try variable(name) { return try Credential(text, origin: name) }
        }
        return nil
    }

    func server(_ transport: HTTPTransport, model: String, connections: Int, policy: RetryPolicy? = nil) -> ModelServer
    {
        ModelServer(
            transport, model: model, connections: connections, policy: policy ?? options.retries, waits: options.waits)
    }

    func transport(
        _ base: BaseURL, authorization: [(name: String, value: Credential)], headers: [(String, String)] = []
    ) -> HTTPTransport {
        HTTPTransport(
            client: http, base: base, authorization: authorization, headers: headers, limits: options.timeLimits)
    }
}
