import Foundation

/// JSON with its order kept and its members repeatable, so that replies can be changed in their structure.
indirect enum Tree {
    case leaf(String)
    case list([Tree])
    case members([(String, Tree)])

    var text: String {
        switch self {
        case .leaf(let text): text
        case .list(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .members(let members): "{" + members.map { "\"\($0.0)\":\($0.1.text)" }.joined(separator: ",") + "}"
        }
    }

    /// How many nodes there are, itself among them.
    var size: Int {
        switch self {
        case .leaf: 1
        case .list(let elements): 1 + elements.reduce(0) { $0 + $1.size }
        case .members(let members): 1 + members.reduce(0) { $0 + $1.1.size }
        }
    }

    /// Replaces the node of that number, counted from 0 in the order of writing; nil drops it.
    func replacing(_ number: Int, _ change: (Tree) -> [Tree]) -> Tree {
        var count = -1
        return rebuilt(number, &count, change).first ?? .leaf("null")
    }

    private func rebuilt(_ number: Int, _ count: inout Int, _ change: (Tree) -> [Tree]) -> [Tree] {
        count += 1
        if count == number {
            count += size - 1
            return change(self)
        }
        switch self {
        case .leaf: return [self]
        case .list(let elements):
            var rebuiltElements: [Tree] = []
            for element in elements { rebuiltElements += element.rebuilt(number, &count, change) }
            return [.list(rebuiltElements)]
        case .members(let members):
            var rebuiltMembers: [(String, Tree)] = []
            for (name, member) in members {
                for changed in member.rebuilt(number, &count, change) { rebuiltMembers.append((name, changed)) }
            }
            return [.members(rebuiltMembers)]
        }
    }
}

/// A seeded generator (SplitMix64), so that a failing reply comes back.
struct ReplyRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// What a server sends in the place of a good reply.
struct Mutant: CustomStringConvertible {
    var status = 200
    var type: String? = "application/json"
    var headers: [String: String] = [:]
    var body: [UInt8]

    var description: String {
        "HTTP \(status) \(type ?? "-") \(headers) \(String(decoding: body.prefix(600), as: UTF8.self))"
    }

    static func make(_ dialect: Dialect, _ random: inout ReplyRandom) -> Mutant {
        var tree = Self.good(dialect, &random)
        for _ in 0..<Int.random(in: 0...3, using: &random) { tree = Self.mutate(tree, &random) }
        var mutant = Mutant(body: Array(tree.text.utf8))
        if Int.random(in: 0..<4, using: &random) == 0 { mutant.encode(&random) }
        if Int.random(in: 0..<6, using: &random) == 0 { mutant.lie(&random) }
        return mutant
    }

    private static func good(_ dialect: Dialect, _ random: inout ReplyRandom) -> Tree {
        let text = Tree.leaf(#""```python\ndef f(x):\n    return x\n```""#)
        let usage = Tree.members([
            ("prompt_tokens", .leaf("5")), ("completion_tokens", .leaf("9")), ("input_tokens", .leaf("5")),
            ("output_tokens", .leaf("9")),
        ])
        let ending = Tree.leaf(
            ["\"stop\"", "\"length\"", "\"error\"", "\"content_filter\"", "\"tool_calls\"", "null"].randomElement(
                using: &random)!)
        switch dialect {
        case .chat:
            let message = Tree.members([
                ("role", .leaf("\"assistant\"")), ("content", text), ("reasoning_content", .leaf("\"hm\"")),
                ("tool_calls", .leaf("null")), ("refusal", .leaf("null")),
            ])
            let choice = Tree.members([("index", .leaf("0")), ("message", message), ("finish_reason", ending)])
            return .members([
                ("id", .leaf("\"1\"")), ("model", .leaf("\"m\"")), ("choices", .list([choice])), ("usage", usage),
                ("error", .leaf("null")),
            ])
        case .completions:
            let choice = Tree.members([
                ("index", .leaf("0")), ("text", text), ("logprobs", .leaf("null")), ("finish_reason", ending),
            ])
            return .members([("model", .leaf("\"m\"")), ("choices", .list([choice])), ("usage", usage)])
        case .anthropic:
            let thought = Tree.members([("type", .leaf("\"thinking\"")), ("thinking", .leaf("\"hm\""))])
            let block = Tree.members([("type", .leaf("\"text\"")), ("text", text)])
            return .members([
                ("type", .leaf("\"message\"")), ("model", .leaf("\"m\"")), ("content", .list([thought, block])),
                ("stop_reason", ending), ("usage", usage),
            ])
        }
    }

    private static let oddities = [
        "null", "true", "0", "-1", "1e999", "9223372036854775808", "0.1", "NaN", "Infinity", "\"\"", "\"text\"", "[]",
        "{}",
        "[null]", "[[[[]]]]", #"{"message":"maximum context length"}"#, #"{"code":429}"#, #""\ud800""#, #""a\u0000b""#,
        "\"\u{202E}\u{1B}[31m\"", #"{"type":"text","text":{"value":"x"}}"#, #"["x",{"text":"y"}]"#, "\"error\"",
        "\"tool_use\"",
        #"{"text":{"text":{"text":"x"}}}"#, #""\ud83d\u""#, "'x'", "undefined", "01", "--1", "\"unended",
        String(repeating: "[", count: 300) + String(repeating: "]", count: 300),
        "\"" + String(repeating: "x", count: 5000) + "\"",
    ]

    private static func mutate(_ tree: Tree, _ random: inout ReplyRandom) -> Tree {
        let number = Int.random(in: 0..<tree.size, using: &random)
        let odd = Tree.leaf(oddities.randomElement(using: &random)!)
        let name = ["error", "choices", "message", "content", "text", "delta", "detail", "usage"].randomElement(
            using: &random)!
        return switch Int.random(in: 0..<7, using: &random) {
        case 0, 1: tree.replacing(number) { _ in [odd] }
        case 2: tree.replacing(number) { _ in [] }
        case 3: tree.replacing(number) { [$0, $0] }
        case 4: tree.replacing(number) { [.list([$0])] }
        case 5: tree.replacing(number) { [.members([(name, $0)])] }
        default:
            tree.replacing(number) { node in
                guard case .members(let members) = node else { return [odd] }
                return [.members(members + [(name, odd)])]
            }
        }
    }

    private mutating func encode(_ random: inout ReplyRandom) {
        let text = String(decoding: body, as: UTF8.self)
        switch Int.random(in: 0..<9, using: &random) {
        case 0: body = Array(body.prefix(Int.random(in: 0...body.count, using: &random)))
        case 1: body = [0xEF, 0xBB, 0xBF] + body
        case 2: body = Array(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        case 3: body = Array("data: \(text)\n\ndata: [DONE]\n\n".utf8)
        case 4: body = Array("event: e\r\ndata: \(text)\r\n".utf8)
        case 5: body += body
        case 6: body = [0x1F, 0x8B, 8] + body
        case 7:
            for _ in 0..<3 where !body.isEmpty {
                body[Int.random(in: 0..<body.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
        default: body = Array("<html><title>\(text.prefix(50))</title></html>".utf8)
        }
    }

    private mutating func lie(_ random: inout ReplyRandom) {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: type = ["text/event-stream", "text/html", "", "image/png", nil].randomElement(using: &random)!
        case 1:
            status = [201, 301, 400, 401, 403, 404, 413, 422, 429, 451, 500, 503, 529].randomElement(using: &random)!
        case 2: headers["Content-Encoding"] = "gzip"
        default:
            headers["Content-Length"] = "\(max(0, body.count + Int.random(in: -20...20, using: &random)))"
        }
    }
}
