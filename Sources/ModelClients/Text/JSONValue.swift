/// Any JSON, kept loosely: servers disagree about types, and an odd one in a field that nobody needs must not cost an answer.
package indirect enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The member of that name; `.null` when there is none, or this is no object.
    subscript(_ name: String) -> JSONValue {
        if case .object(let members) = self { members[name] ?? .null } else { .null }
    }

    var string: String? { if case .string(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }

    /// Null, false, 0, and texts, lists and objects without anything in them: what servers write that mean "none".
    var isVoid: Bool {
        switch self {
        case .null, .bool(false), .number(0): true
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .array(let elements): elements.allSatisfy(\.isVoid)
        case .object(let members): members.values.allSatisfy(\.isVoid)
        default: false
        }
    }

    /// A count of tokens: a number or a text of one, rounded; nil when it cannot be one.
    var count: Int? {
        let number: Double? =
            switch self {
            case .number(let number): number
            case .string(let text): Double(text)
            default: nil
            }
        guard let number, (0...1e8).contains(number) else { return nil }
        return Int(number.rounded())
    }
}
