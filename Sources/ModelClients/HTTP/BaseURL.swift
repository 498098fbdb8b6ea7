internal import EvaluationCore
internal import Foundation

/// Where a server's API begins: `https://api.openai.com/v1`, `http://localhost:8000/v1`, or an Azure deployment with its
/// `?api-version=…`, which is kept on every request.
struct BaseURL: Sendable, Hashable, CustomStringConvertible {
    private let base: String
    private let query: String
    let host: String

    /// - Throws: `UserError` unless the text is an http or https URL with a host and without user name or password.
    init(_ text: String) throws {
        let example = "give one such as http://localhost:8000/v1"
        guard let parts = URLComponents(string: text.trimmingCharacters(in: .whitespaces)),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = parts.host, !host.isEmpty
        else { throw UserError("'\(text)' is no base URL", remedy: example) }
        guard parts.user == nil, parts.password == nil else {
            throw UserError("the base URL for \(host) holds a user name or password", remedy: "use a key instead")
        }
        var path = parts.percentEncodedPath
        for ending in ["/chat/completions", "/completions", "/messages", "/"] where path.hasSuffix(ending) {
            path.removeLast(ending.count)
        }
        while path.hasSuffix("/") { path.removeLast() }
        let port = parts.port.map { ":\($0)" } ?? ""
        base = "\(scheme)://\(parts.percentEncodedHost ?? host)\(port)\(path)"
        query = parts.percentEncodedQuery.map { "?\($0)" } ?? ""
        self.host = host
    }

    func appending(_ path: String) -> String { "\(base)/\(path)\(query)" }

    /// What stands before `/v1`; nil when the URL has another form.
    var root: String? { base.hasSuffix("/v1") ? String(base.dropLast(3)) : nil }

    /// Whether its path has a part such as `v1`, as those of OpenAI's API do; Azure's deployments have another form.
    var namesVersion: Bool {
        base.contains("/openai/deployments/")
            || base.split(separator: "/").dropFirst(2).contains {
                $0.first == "v" && $0.count > 1 && $0.dropFirst().first!.isNumber
            }
    }

    var description: String { base }
}
