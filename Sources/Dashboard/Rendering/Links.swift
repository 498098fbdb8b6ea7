import EvaluationCore
import Reports

/// Addresses of pages, as links from one of them.
///
/// The server and the bundle share them, so a bundle's pages are files of these names. They are made of numbers, tasks
/// and sample IDs alone: no text of a user or a model is part of a path.
struct Links: Sendable {
    /// From the page to the site's root: empty, or `../`.
    let root: String

    static func attempt(_ run: Int, _ key: AttemptKey) -> String {
        "attempt/\(run)-\(key.task.rawValue)-\(key.sample)-\(key.subject.rawValue)-\(key.index + 1).html"
    }

    static func sample(_ id: SampleID) -> String { "sample/\(id).html" }

    static func comparison(_ first: Comparison.Side, _ second: Comparison.Side) -> String {
        "compare/\(name(first))--\(name(second)).html"
    }

    static func name(_ side: Comparison.Side) -> String { "\(side.run)-\(side.task.rawValue)" }

    /// `0-generate`
    static func side(_ text: some StringProtocol) -> Comparison.Side? {
        guard let dash = text.firstIndex(of: "-"), let run = Int(text[..<dash]),
            let task = PromptTask(rawValue: String(text[text.index(after: dash)...]))
        else { return nil }
        return Comparison.Side(run: run, task: task)
    }

    func attempt(_ run: Int, _ key: AttemptKey, _ filter: AttemptFilter? = nil) -> String {
        root + Self.attempt(run, key) + (filter.map(Self.query) ?? "")
    }

    func sample(_ id: SampleID) -> String { root + Self.sample(id) }

    func comparison(_ first: Comparison.Side, _ second: Comparison.Side) -> String {
        root + Self.comparison(first, second)
    }

    func attempts(_ filter: AttemptFilter = AttemptFilter(), page: Int = 1) -> String {
        let query = Self.query(filter)
        let number = page > 1 ? (query.isEmpty ? "?" : "&") + "page=\(page)" : ""
        return root + "attempts.html" + query + number
    }

    static func query(_ filter: AttemptFilter) -> String {
        let pairs = filter.query.map { "\($0.name)=\(percentEncoded($0.value))" }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    /// Letters, digits and `-._~,` stay (RFC 3986, section 2.3, and the comma).
    static func percentEncoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            let scalar = UnicodeScalar(byte)
            if byte < 0x80,
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "-._~,".unicodeScalars.contains(scalar)
            {
                result.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
    }

    /// Reads the name of an attempt's page.
    static func attempt(named text: some StringProtocol) -> (run: Int, key: AttemptKey)? {
        guard text.hasSuffix(".html"), let first = text.firstIndex(of: "-"), let run = Int(text[..<first]) else {
            return nil
        }
        let rest = text[text.index(after: first)...].dropLast(5)
        for task in PromptTask.allCases where rest.hasPrefix("\(task.rawValue)-CWE-") {
            let parts = rest.dropFirst(task.rawValue.count + 1).split(separator: "-")
            guard parts.count == 4, let sample = SampleID("\(parts[0])-\(parts[1])"),
                let subject = AttemptKey.Subject(rawValue: String(parts[2])), let number = Int(parts[3]), number > 0
            else { continue }
            return (run, AttemptKey(sample: sample, task: task, subject: subject, index: number - 1))
        }
        return nil
    }
}
