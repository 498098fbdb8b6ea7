import EvaluationCore
import Foundation
import HTTPTypes
import Hummingbird

/// Why a request is not answered, in words for the page.
struct Refusal: Error {
    var status: HTTPResponse.Status
    var words: String

    init(_ status: HTTPResponse.Status, _ words: String) {
        self.status = status
        self.words = words
    }
}

enum Reply {
    static func page(_ html: String) -> Response { text(html, "text/html; charset=utf-8") }

    static func text(
        _ content: String, _ type: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: content)))
    }

    static func json(_ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return text(String(decoding: try encoder.encode(value), as: UTF8.self), "application/json")
    }

    static func redirect(to path: String) -> Response {
        Response(status: .permanentRedirect, headers: [.location: path])
    }

    /// What `body` answers, or why it does not. What goes wrong inside is told without its inside.
    static func orRefusal(_ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let refusal as Refusal {
            return text(refusal.words + "\n", status: refusal.status)
        } catch let error as HTTPError {
            throw error
        } catch is UserError {
            return text("The review's file cannot be used just now. Try again.\n", status: .serviceUnavailable)
        } catch {
            return text("Something went wrong on the server. Try again.\n", status: .internalServerError)
        }
    }
}
