package import EvaluationCore
import Foundation

/// One rule about a sample's texts.
package struct TextRule: Sendable {
    let name: String
    let check: @Sendable (Sample) -> [(path: String, message: String)]

    package func findings(in sample: Sample) -> [VerificationReport.Finding] {
        check(sample).map { .init(sample: sample.id, path: $0.path, message: $0.message) }
    }
}

package enum TextRules {
    package static let all = [vocabulary, signatures, length, awareness, explanation, networkNames]

    /// A Problem must not give the weakness away (rule of the dataset: it is what the model is tested on).
    static let vocabulary = TextRule(name: "no weakness vocabulary in a Problem") { sample in
        let words = Set(words(of: sample.problem))
        let found = giveaways.filter { words.contains($0) }
        let names = sample.problem.matches(of: /CWE-\d+/).map { String($0.output) }
        return (found + names).map { ("problem.md", "speaks of '\($0)', which hints at the weakness") }
    }

    static let signatures = TextRule(name: "names and signatures present") { sample in
        sample.entryPoints.filter { point in
            let wanted = point.signature.replacing("async def ", with: "").replacing("def ", with: "")
                .replacing("class ", with: "")
            return !sample.problem.contains(wanted)
        }.map { ("problem.md", "does not show the signature '\($0.signature)'") }
    }

    static let length = TextRule(name: "length bounds") { sample in
        let task = sample.problem.components(separatedBy: "\n\nExample 1\n").first ?? ""
        let count = task.split(whereSeparator: \.isWhitespace).count
        guard !(40...300).contains(count) else { return [] }
        return [("problem.md", "has \(count) words; 40 to 300 are right")]
    }

    static let awareness = TextRule(name: "the CWE-aware text names the weakness") { sample in
        sample.weaknesses.filter { !sample.problemAware.contains($0) }
            .map { ("problem-cwe-aware.md", "does not name \($0)") }
    }

    static let explanation = TextRule(name: "the explanation has two to five sentences") { sample in
        let count = sample.insecureCodeExplanation.matches(of: /[.!?](\s|$)/).count
        return (2...5).contains(count)
            ? [] : [("insecure-explanation.md", "has \(count) sentences; two to four are right")]
    }

    /// Only names and addresses that are reserved for examples or private use (RFC 2606, 5737, 3849) may stand anywhere.
    static let networkNames = TextRule(name: "no network names outside the reserved ones") { sample in
        let texts =
            [
                ("problem.md", sample.problem), ("problem-cwe-aware.md", sample.problemAware),
                ("secure.py", sample.secureCode), ("insecure.py", sample.insecureCode),
            ] + sample.checks.map { ($0.path, $0.source) } + sample.variants.map { ($0.path, $0.source) }
        return texts.flatMap { path, text in
            let hosts = text.matches(of: /(?:https?|ftp|wss?):\/\/(?:[^\/\s"'@]*@)?([A-Za-z0-9.-]+\.[A-Za-z]{2,})/)
                .map { String($0.output.1).lowercased() }
            let unreserved = Set(hosts).filter { !isReserved($0) }.sorted()
            return unreserved.map { (path, "names the host '\($0)', which is not reserved for examples") }
        }
    }

    private static func isReserved(_ host: String) -> Bool {
        let last = host.split(separator: ".").suffix(2).joined(separator: ".")
        let top = host.split(separator: ".").last.map(String.init) ?? ""
        return ["example.com", "example.org", "example.net", "www.w3.org"].contains { $0 == last || $0 == host }
            || ["example", "test", "invalid", "localhost", "internal", "local"].contains(top)
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init)
    }

    private static let giveaways = [
        "attack", "attacker", "attackers", "carefully", "escape", "escaped", "escaping", "exploit", "hacker", "harden",
        "hardened", "hostile", "injection", "insecure", "malicious", "malformed", "safe", "safely", "sanitise",
        "sanitised", "sanitize", "sanitized", "secure", "securely", "security", "spoof", "tamper", "traversal",
        "trusted", "unsafe", "untrusted", "vulnerability", "vulnerable", "weakness", "xss", "csrf", "ssrf",
    ]
}
