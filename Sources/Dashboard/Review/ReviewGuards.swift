import Foundation
import HTTPTypes
import Hummingbird

/// What keeps a review's server safe. Each can be taken out in a test, which shows that the attack that it stops is a real one.
package enum ReviewGuard: Sendable, CaseIterable {
    /// Requests name this machine or the public address (DNS rebinding).
    case host
    /// What changes something comes from the server's own pages (cross-site request forgery).
    case origin
    /// A body says that it is JSON: a form of another site cannot.
    case mediaType
    /// A body has an end.
    case bodySize
    /// Who asks has a link that holds.
    case session
    /// A rater reaches their own items alone.
    case ownItems
    /// A rater runs one program at a time.
    case oneTrial
    /// The checks' verdicts are shown when nothing has to be settled blind any more.
    case blindFirst
}

/// Lets changes come from the server's own pages alone. Browsers name the page that asks in `Origin`.
struct OriginGuard<Context: RequestContext>: RouterMiddleware {
    var publicOrigin: String?

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head || isOwn(request) else {
            return Response(status: .forbidden)
        }
        return try await next(request, context)
    }

    private func isOwn(_ request: Request) -> Bool {
        if let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!], site != "same-origin" { return false }
        guard let origin = request.headers[.origin], let authority = request.head.authority else { return false }
        return origin == publicOrigin || (isThisMachine(authority) && origin == "http://\(authority)")
    }
}

/// Takes bodies of JSON alone: for that type a page of another site has to ask first, and is refused.
struct MediaTypeGuard<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let type = request.headers[.contentType]?.split(separator: ";").first?.trimmingCharacters(in: .whitespaces)
        guard request.method == .get || request.method == .head || type?.lowercased() == "application/json" else {
            return Response(status: .unsupportedMediaType)
        }
        return try await next(request, context)
    }
}
