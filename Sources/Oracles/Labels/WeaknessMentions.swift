import EvaluationCore

/// Finds the one weakness that a text names.
///
///     "CWE-89"                                   .type(CWE-89)
///     "This is SQL injection, not CWE-79."       .type(CWE-89)
///     "CWE-1336"                                 .otherType("CWE-1336")
///     "CWE-79 or CWE-89"                         nil
struct WeaknessMentions: Sendable {
    private let listed: Set<WeaknessType.ID>
    /// Names in lower case, the longest first, so that `os command injection` is not taken for `command injection`.
    private let names: [(name: String, id: WeaknessType.ID)]

    init(listed: [WeaknessType]) {
        self.listed = Set(listed.map(\.id))
        names = listed.flatMap { type in
            type.weaknesses.flatMap { namesInUse(of: $0) }.map { (plain($0), type.id) }
        }.sorted { ($0.0.count, $1.0) > ($1.0.count, $0.0) }
    }

    func label(_ text: String) -> ParsedLabel? {
        let numbers = Set(numbersNamed(in: text))
        if numbers.count == 1, let number = numbers.first { return label(number: number) }
        guard numbers.isEmpty else { return nil }
        if let number = text.wholeMatch(of: /\s*0*(\d{1,5})[.\s]*/) { return label(number: String(number.output.1)) }
        let ids = Set(typesNamed(in: plain(text)))
        return ids.count == 1 ? ids.first.map { .type($0) } : nil
    }

    private func label(number: String) -> ParsedLabel {
        guard let id = WeaknessType.ID("CWE-\(number)"), listed.contains(id) else { return .otherType("CWE-\(number)") }
        return .type(id)
    }

    private func numbersNamed(in text: String) -> [String] {
        text.matches(of: /\bCWE\s*[-_–—:#]?\s*0*(\d{1,5})/.ignoresCase())
            .filter { !isExcluded(text[..<$0.range.lowerBound]) }
            .map { String($0.output.1) }
    }

    private func typesNamed(in text: String) -> [WeaknessType.ID] {
        var rest = text
        var found: [WeaknessType.ID] = []
        for (name, id) in names {
            while let range = rest.firstRange(of: name) {
                if !isExcluded(rest[..<range.lowerBound]) { found.append(id) }
                rest.replaceSubrange(range, with: " , ")
            }
        }
        return found
    }

    /// "Not CWE-79", "rather than CWE-79".
    private func isExcluded(_ before: Substring) -> Bool {
        before.suffix(40).lowercased().contains(
            /(?:\bnot|n't|\bunlike|\binstead of|\brather than|\bno)(?: (?:a|an|the|be|to|really|of|type|case))*[\s(]*$/)
    }
}

/// The official name, the short one that it carries in brackets, and abbreviations.
private func namesInUse(of weakness: CommonWeakness) -> [String] {
    var names = [weakness.name]
    if let short = weakness.name.firstMatch(of: /\(['‘]?([^()']+)['’]?\)/) { names.append(String(short.output.1)) }
    return names + (otherNames[weakness.id] ?? [])
}

private let otherNames: [String: [String]] = [
    "CWE-79": ["XSS", "Cross Site Scripting"],
    "CWE-89": ["SQLi"],
    "CWE-22": ["Directory Traversal"],
    "CWE-352": ["CSRF", "XSRF", "Cross-Site Request Forgery"],
    "CWE-918": ["SSRF", "Server-Side Request Forgery"],
    "CWE-502": ["Insecure Deserialization", "Unsafe Deserialization"],
    "CWE-798": ["Hard-coded Credentials", "Hardcoded Credentials"],
    "CWE-434": ["Unrestricted File Upload", "Unrestricted Upload"],
    "CWE-78": ["OS Command Injection", "Shell Injection"],
]

/// Lower case, words only, a space at each end.
private func plain(_ text: String) -> String {
    " " + text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ") + " "
}
