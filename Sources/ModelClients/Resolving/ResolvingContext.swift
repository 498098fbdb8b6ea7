internal import AsyncHTTPClient
internal import EvaluationCore

/// What providers share: options, samples, the HTTP client and the local servers that run already.
struct ResolvingContext: Sendable {
    let options: ModelOptions
    let samples: [SampleID: Sample]
    let http: HTTPClient
    let servers: LocalServers

    /// The key from the key file or the first of the environment's variables that is set.
    ///
    /// - Throws: `UserError` when the key is unusable.
    func credential(_ variables: String...) throws -> Credential? {
        if let file = options.keyFile { return try Credential(file: file) }
        for name in variables {
            if let text = options.environment[name], !text.isEmpty { return try Credential(text, origin: name) }
        }
        return nil
    }

    func transport(
        _ base: BaseURL, authorization: [(name: String, value: Credential)], headers: [(String, String)] = []
    ) -> HTTPTransport {
        HTTPTransport(
            client: http, base: base, authorization: authorization, headers: headers, limits: options.timeLimits)
    }
}
