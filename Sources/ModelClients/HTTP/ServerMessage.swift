internal import EvaluationCore

/// The error message in a server's answer, whatever its form and wherever it stands.
struct ServerMessage {
    /// One line, cut at 300 characters.
    private(set) var text: String
    /// All that it says, names of errors included, for looking things up in it; cut at 4000 bytes.
    private(set) var lowercased: String
    /// A status code that stands in the body.
    private(set) var status: Int?
    /// The parameter that it names in a field of its own.
    private(set) var parameter: String?

    init(_ reply: HTTPReply) {
        if let value = (try? JSONReader.read(reply.body)) ?? Self.event(in: reply.body) {
            self.init(value)
        } else {
            let body = String(decoding: reply.body.prefix(20_000), as: UTF8.self)
            self.init(.string(reply.saysHTML ? Self.withoutTags(body) : body))
        }
    }

    private static func event(in body: [UInt8]) -> JSONValue? {
        ServerSentEvents(body).data.lazy.compactMap { try? JSONReader.read($0) }.first
    }

    init(_ value: JSONValue) {
        text = Self.line(Self.words(in: value) ?? "")
        var all: [String] = []
        Self.collect(value, into: &all, depth: 0)
        var whole = all.joined(separator: " ; ")
        if whole.utf8.count > 4000 { whole = String(decoding: whole.utf8.prefix(4000), as: UTF8.self) }
        lowercased = whole.lowercased()
        status = Self.status(in: value)
        parameter = value["error"]["param"].string ?? value["param"].string
    }

    /// The names under which servers put their words, the most telling first.
    private static let names = [
        "message", "msg", "error", "errors", "detail", "details", "error_message", "error_msg", "error_description",
        "description", "fault", "faultstring", "title", "reason", "statusText", "type", "code",
    ]

    private static func words(in value: JSONValue, depth: Int = 0) -> String? {
        guard depth < 8 else { return nil }
        switch value {
        case .string(let text):
            if text.utf8.first == UInt8(ascii: "{"), let inner = try? JSONReader.read(Array(text.utf8)),
                let words = words(in: inner, depth: depth + 1)
            {
                return words
            }
            return text.allSatisfy(\.isWhitespace) ? nil : text
        case .array(let elements):
            let parts = elements.prefix(3).compactMap { words(in: $0, depth: depth + 1) }
            return parts.isEmpty ? nil : parts.joined(separator: "; ")
        case .object(let members):
            for name in names {
                guard let member = members[name], !member.isVoid, let words = words(in: member, depth: depth + 1) else {
                    continue
                }
                return words + (place(in: members).map { " (at \($0))" } ?? "")
                    + (raw(in: members).map { ": \($0)" } ?? "")
            }
            return nil
        case .number(let number) where depth > 0 && number == number.rounded() && abs(number) < 1e6:
            return "\(Int(number))"
        default: return nil
        }
    }

    /// Where FastAPI found something wrong: `body.max_tokens`.
    private static func place(in members: [String: JSONValue]) -> String? {
        guard let parts = members["loc"]?.array?.compactMap(\.string), !parts.isEmpty else { return nil }
        return parts.joined(separator: ".")
    }

    /// What the server behind a router said.
    private static func raw(in members: [String: JSONValue]) -> String? {
        guard let raw = members["metadata"]?["raw"], !raw.isVoid else { return nil }
        return words(in: raw, depth: 4)
    }

    private static func collect(_ value: JSONValue, into all: inout [String], depth: Int) {
        guard depth < 8, all.count < 200 else { return }
        switch value {
        case .string(let text): all.append(text)
        case .array(let elements): for element in elements { collect(element, into: &all, depth: depth + 1) }
        case .object(let members):
            for (name, member) in members.sorted(by: { $0.key < $1.key }) where !member.isVoid {
                if depth > 0 { all.append(name) }
                collect(member, into: &all, depth: depth + 1)
            }
        default: break
        }
    }

    private static func status(in value: JSONValue, depth: Int = 0) -> Int? {
        guard depth < 4 else { return nil }
        if let elements = value.array { return elements.lazy.compactMap { status(in: $0, depth: depth + 1) }.first }
        for name in ["code", "status", "status_code", "statusCode", "http_status", "http_code", "error_code"] {
            if let status = value[name].count, (300...599).contains(status) { return status }
        }
        return ["error", "errors", "detail"].lazy.compactMap { status(in: value[$0], depth: depth + 1) }.first
    }

    /// For people, in a terminal and in a file: one line, no control characters.
    static func line(_ text: String) -> String {
        let visible = String.UnicodeScalarView(
            text.unicodeScalars.prefix(4000).map { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: " "
                default: scalar
                }
            })
        let line = String(visible).split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        return line.count > 300 ? line.prefix(300) + "…" : line
    }

    private static func withoutTags(_ html: String) -> String {
        if let title = html.firstMatch(of: #/<title>(.*?)</title>/#.ignoresCase().dotMatchesNewlines()) {
            return String(title.1)
        }
        var isInside = false
        return String(
            html.filter { character in
                if character == "<" { isInside = true }
                defer { if character == ">" { isInside = false } }
                return !isInside
            })
    }
}
