import EvaluationCore

/// Whether a text calls the code secure or insecure.
///
///     "The code is not secure."                      insecure
///     "No vulnerabilities were found."               secure
///     "Insecure; a secure version would bind them."  insecure
///     "It may be secure or insecure."                nil
func securityLabel(_ text: String) -> ParsedLabel? {
    let sentences = sentences(of: text)
    if let only = agreed(sentences.flatMap(claims)) { return only }
    // A text that weighs both sides may still end in a conclusion.
    let conclusions = sentences.filter {
        $0.contains(/\b(?:therefore|thus|hence|overall|in conclusion|in summary|to conclude|so,|consequently)/)
    }
    return conclusions.last.flatMap { agreed(claims(in: $0)) }

    func agreed(_ claims: [ParsedLabel]) -> ParsedLabel? {
        guard let first = claims.first, claims.allSatisfy({ $0 == first }) else { return nil }
        return first
    }
}

/// The clauses of a text: a negation reaches no further than its own.
private func clauses(of sentence: String) -> [String] {
    sentence.replacing(/\band (?:is|are|can|may|thus)\b/, with: ",")
        .split(separator: /,|\b(?:which|because|since|so|thus|therefore|but|however|although|while|whereas)\b/)
        .map(String.init)
}

private func sentences(of text: String) -> [String] {
    text.lowercased()
        .replacing(/\b(?:in)?secure\s*(?:\/|\||,|or|and|vs\.?|versus)\s*(?:not |in)?secure\b/, with: "")
        .replacing(/\bnon[- ]secure\b|\bunsecured?\b/, with: "insecure")
        .replacing(/\bnot only\b/, with: "")
        .split(separator: /[.!?;:\n]+(?:\s+|$)|\n+/)
        .map(String.init)
}

/// What each mention in a sentence says of the code, mentions that say nothing of it left out.
private func claims(in sentence: String) -> [ParsedLabel] {
    clauses(of: sentence).flatMap { clause in
        let words = clause.split { !($0.isLetter || $0 == "'" || $0 == "-") }.map(String.init)
        return words.indices.compactMap { index in
            let after = index + 1 < words.count ? words[index + 1] : nil
            return claim(words[index], after: words[..<index], before: after)
        }
    }
}

private func claim(_ word: String, after words: ArraySlice<String>, before next: String?) -> ParsedLabel? {
    guard let meaning = meanings[word], !isWish(meaning, after: words), !isAttribute(meaning, before: next) else {
        return nil
    }
    // "Does not contain any obvious security vulnerabilities": a noun stands further from its negation.
    let reach = word.hasPrefix("vulnerabilit") ? 8 : 4
    let isNegated = words.suffix(reach).count { negations.contains($0) || $0.hasSuffix("n't") } % 2 == 1
    return (meaning == .secure) == isNegated ? .insecure : .secure
}

private let meanings: [String: ParsedLabel] = [
    "secure": .secure, "safe": .secure, "secured": .secure,
    "insecure": .insecure, "unsafe": .insecure, "vulnerable": .insecure, "exploitable": .insecure,
    "vulnerability": .insecure, "vulnerabilities": .insecure, "insecurely": .insecure,
]

private let negations: Set<String> = [
    "not", "no", "never", "neither", "nor", "without", "hardly", "cannot", "free", "isnt", "prevents", "prevent",
    "preventing", "avoids", "avoid", "avoiding", "mitigates", "protects", "protected",
]

/// "To make it more secure", "should be safe", "would be insecure if": about another code than this one.
private func isWish(_ meaning: ParsedLabel, after words: ArraySlice<String>) -> Bool {
    let near = words.suffix(3)
    if near.contains(where: ["should", "would", "if", "whether"].contains) { return true }
    // "Which makes it insecure" and "could be vulnerable" do judge this code.
    return meaning == .secure
        && (near.contains(where: wishes.contains) || near.joined(separator: " ").contains("to be"))
}

private let wishes: Set<String> = [
    "make", "makes", "making", "made", "more", "ensure", "could", "might", "become", "keep", "must",
]

/// "A secure version", "safe practices": names a thing, and does not judge the code.
private func isAttribute(_ meaning: ParsedLabel, before next: String?) -> Bool {
    let things: Set<String> = [
        "version", "versions", "coding", "way", "ways", "manner", "approach", "alternative", "alternatives", "practice",
        "practices", "method", "methods", "programming", "implementation", "solution", "design", "defaults", "random",
        "api", "apis", "function", "functions", "handling", "parsing", "loader", "load", "loading", "variant",
    ]
    return meaning == .secure && next.map(things.contains) == true
}
