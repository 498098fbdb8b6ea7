import EvaluationCore
public import Foundation

/// The states that a record passes on its way to a draft (`Dataset/Construction/flowchart.yaml`).
public struct Flowchart: Sendable, Hashable {
    public struct State: Sendable, Hashable {
        public enum Kind: Sendable, Hashable {
            /// The model is asked for these files; a name may hold one `*`.
            case ask(files: [String])
            /// A machine looks at these files.
            case check(reads: [String])
        }

        public var id: String
        /// For people, in one line.
        public var about: String
        /// Which of the paper's five checks it answers to; nil for ours.
        public var paper: Int?
        public var kind: Kind
        /// A state's id, or `Flowchart.kept`.
        public var then: String
    }

    /// The end of a record that passed everything.
    public static let kept = "kept"
    /// The end of a record that was sent back too often.
    public static let dropped = "dropped"

    public let start: String
    /// In the order of the file.
    public let states: [State]

    public subscript(id: String) -> State? { states.first { $0.id == id } }

    /// The first check, in the order of the file and up to the given one, that reads one of these files.
    func firstCheck(reading files: some Collection<String>, upTo last: State) -> State {
        for state in states {
            if state == last { break }
            if case .check(let reads) = state.kind,
                reads.contains(where: { read in files.contains { FilePattern(read).fits($0) } })
            {
                return state
            }
        }
        return last
    }

    /// - Parameter file: `flowchart.yaml`.
    /// - Throws: `UserError` naming file and line of what is wrong.
    public init(file: URL) throws {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw UserError("\(file.path): cannot be read", remedy: "check secucogen's own folder (--home)")
        }
        try self.init(text: text, path: file.lastPathComponent)
    }

    init(text: String, path: String) throws {
        var yaml = try YAMLReader(text: text, path: path)
        start = try yaml.string("start")
        states = try yaml.readers("states").map(Self.state)
        try yaml.finish(known: ["start", "states"])
        let known = Set(states.map(\.id)).union([Self.kept])
        guard known.count == states.count + 1 else { throw yaml.error("two states have one name") }
        for goal in [start] + states.map(\.then) where !known.contains(goal) {
            throw yaml.error("there is no state '\(goal)'")
        }
    }

    private static func state(_ reader: YAMLReader) throws -> State {
        var yaml = reader
        let (ask, check) = (try yaml.optionalString("ask"), try yaml.optionalString("check"))
        let (files, reads) = (try yaml.strings("files"), try yaml.strings("reads"))
        let state = State(
            id: ask ?? check ?? "", about: try yaml.string("about"),
            paper: try yaml.optionalNumber("paper").map { Int($0) },
            kind: ask != nil ? .ask(files: files) : .check(reads: reads), then: try yaml.string("then"))
        try yaml.finish(known: ["ask", "check", "about", "paper", "files", "reads", "then"])
        guard (ask == nil) != (check == nil), files.isEmpty == (ask == nil), reads.isEmpty == (check == nil) else {
            throw yaml.error("a state has either 'ask' and 'files', or 'check' and 'reads'")
        }
        return state
    }

    /// As a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).
    public var mermaid: String {
        var lines = ["flowchart TD"]
        var firstCheck: String?
        for state in states {
            switch state.kind {
            case .ask:
                lines.append("    \(state.id)[\"\(state.about)\"] --> \(state.then)")
            case .check:
                firstCheck = firstCheck ?? state.id
                let paper = state.paper.map { "<br>(the paper's check \($0))" } ?? ""
                lines.append("    \(state.id){\"\(state.about)\(paper)\"} -- yes --> \(state.then)")
                lines.append("    \(state.id) -- no --> correct")
            }
        }
        lines += [
            "    correct[\"The model is told what was found and sends better files\"]",
            "    correct -. to the first check that reads them .-> \(firstCheck ?? start)",
            "    correct -- sent back too often --> \(Self.dropped)([\"dropped\"])",
            "    \(Self.kept)([\"a draft, for two readers\"])",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}

/// A file's path, in which one `*` stands for any name.
struct FilePattern {
    let text: String

    init(_ text: String) { self.text = text }

    func fits(_ path: String) -> Bool {
        guard let star = text.firstIndex(of: "*") else { return text == path }
        let (head, tail) = (text[..<star], text[text.index(after: star)...])
        return path.count > head.count + tail.count && path.hasPrefix(head) && path.hasSuffix(tail)
            && !path.dropFirst(head.count).dropLast(tail.count).contains("/")
    }
}
