import EvaluationCore
import Reports

/// What the list of attempts is narrowed to and how it is sorted: all of it stands in the address of the page.
struct AttemptFilter: Sendable, Hashable {
    enum Order: String, Sendable, CaseIterable {
        case sample, judged, cause, codebleu
    }

    var run: Int?
    var task: String = ""
    var type: String = ""
    /// One sample, or several with commas between them.
    var samples: String = ""
    var judged: String = ""
    var cause: String = ""
    /// Only attempts up to this one, from 1: what SEC@k looks at.
    var attempts: Int?
    /// Words that all have to be in the row.
    var text: String = ""
    var order: Order = .sample
    var isDescending = false

    init() {}

    /// Anything in an address is understood: what means nothing narrows nothing.
    init(_ query: [String: String]) {
        run = query["run"].flatMap { Int($0) }
        task = query["task"] ?? ""
        type = query["type"] ?? ""
        samples = query["samples"] ?? ""
        judged = query["judged"] ?? ""
        cause = query["cause"] ?? ""
        attempts = query["attempts"].flatMap { Int($0) }
        text = query["q"] ?? ""
        let sort = query["sort"] ?? ""
        order = Order(rawValue: sort.hasPrefix("-") ? String(sort.dropFirst()) : sort) ?? .sample
        isDescending = sort.hasPrefix("-")
    }

    /// In a fixed order, without what narrows nothing.
    var query: [(name: String, value: String)] {
        var pairs: [(String, String)] = []
        if let run { pairs.append(("run", "\(run)")) }
        pairs += [
            ("task", task), ("type", type), ("samples", samples), ("judged", judged), ("cause", cause),
        ]
        if let attempts { pairs.append(("attempts", "\(attempts)")) }
        pairs.append(("q", text))
        if order != .sample || isDescending { pairs.append(("sort", (isDescending ? "-" : "") + order.rawValue)) }
        return pairs.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }

    func chosen(from rows: [[AttemptRow]]) -> [AttemptRow] {
        let ids = Set(samples.split(separator: ",").map(String.init))
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        var chosen = rows.enumerated().filter { run == nil || $0.offset == run }.flatMap(\.element).filter { row in
            (task.isEmpty || row.key.task.rawValue == task)
                && (type.isEmpty || row.key.sample.type.description == type)
                && (ids.isEmpty || ids.contains(row.key.sample.description))
                && (judged.isEmpty || row.judged == judged)
                && (cause.isEmpty || row.cause == cause)
                && (attempts == nil || row.key.index < attempts!)
                && (words.isEmpty || words.allSatisfy(row.searchText.contains))
        }
        switch order {
        case .sample: break
        case .judged: chosen.stablySort { $0.judged < $1.judged }
        case .cause: chosen.stablySort { $0.cause < $1.cause }
        case .codebleu: chosen.stablySort { ($0.codeBLEU ?? -1) < ($1.codeBLEU ?? -1) }
        }
        return isDescending ? chosen.reversed() : chosen
    }
}

extension AttemptRow {
    /// What a search looks through.
    var searchText: String { "\(key.sample) \(title) \(key.task.rawValue) \(judged) \(cause) \(reason)".lowercased() }
}

extension Array {
    /// Equal elements keep their order.
    fileprivate mutating func stablySort(by isBefore: (Element, Element) -> Bool) {
        self = enumerated().sorted { one, other in
            isBefore(one.element, other.element)
                || (!isBefore(other.element, one.element) && one.offset < other.offset)
        }.map(\.element)
    }
}

extension AttemptFilter {
    /// The attempts behind a figure of a table.
    init(_ trace: Trace, in study: Study) {
        self.init()
        run = trace.run
        task = trace.task.rawValue
        attempts = trace.attempts < study.runs[trace.run].plan.attempts ? trace.attempts : nil
        let planned = Set(study.runs[trace.run].plan.samples)
        let traced = Set(trace.samples)
        guard traced != planned else { return }
        if let only = traced.first?.type, traced == planned.filter({ $0.type == only }) {
            type = only.description
        } else {
            samples = traced.sorted().map(\.description).joined(separator: ",")
        }
    }
}
