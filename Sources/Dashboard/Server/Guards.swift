import HTTPTypes
import Hummingbird

/// Lets in only requests that name this machine: a page of another site whose name was made to point here names itself
/// (DNS rebinding).
struct HostGuard<Context: RequestContext>: RouterMiddleware {
    /// Another name under which the server is known, such as that of a proxy.
    var publicAuthority: String?

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let authority = request.head.authority ?? ""
        guard isThisMachine(authority) || authority.lowercased() == publicAuthority else {
            return Response(status: .misdirectedRequest)
        }
        return try await next(request, context)
    }
}

/// - Parameter authority: a host, and a port behind a colon.
package func isThisMachine(_ authority: String) -> Bool {
    let name = authority.lastIndex(of: ":").map { String(authority[..<$0]) } ?? authority
    return name == loopback || name == "localhost"
}

/// Lets in only requests whose path begins with the token.
struct TokenGuard<Context: RequestContext>: RouterMiddleware {
    let token: String

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        let first = path.dropFirst().prefix { $0 != "/" }
        guard path.hasPrefix("/"), isEqual(Array(first.utf8), Array(token.utf8)) else {
            return Response(status: .notFound)
        }
        // Links are relative to the folder of the token.
        guard path.utf8.count > token.utf8.count + 1 else {
            return Response(status: .permanentRedirect, headers: [.location: "/\(token)/"])
        }
        return try await next(request, context)
    }

    /// Takes as long for any wrong token of the right length.
    private func isEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        guard first.count == second.count else { return false }
        return zip(first, second).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Nothing runs, loads or frames but what the pages bring along; addresses with the token go nowhere.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    /// `same-origin` where a page sends a form: without a referrer, browsers say `Origin: null` there (Fetch, "append a
    /// request Origin header").
    var referrerPolicy = "no-referrer"

    /// No `unsafe-inline`: what a model wrote could not run even if it became markup.
    static var policy: String {
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as HTTPError {
            response = Response(status: error.status)
        }
        for (name, value) in headers { response.headers[name] = value }
        return response
    }

    private var headers: [(HTTPField.Name, String)] {
        [
            (.contentSecurityPolicy, Self.policy), (.xContentTypeOptions, "nosniff"), (.cacheControl, "no-store"),
            (HTTPField.Name("Referrer-Policy")!, referrerPolicy),
            (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
            (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
        ]
    }
}
