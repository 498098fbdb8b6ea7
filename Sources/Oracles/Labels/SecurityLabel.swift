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

private func sentences(of text: String) -> [String] {
    text.lowercased()
        .replacing(/\b(?:in)?secure\s*(?:\/|\||,|or|and|vs\.?|versus)\s*(?:not |in)?secure\b/, with: "")
        .replacing(/\bnon[- ]secure\b|\bunsecured?\b/, with: "insecure")
        .split(separator: /[.!?;:\n]+(?:\s+|$)|\n+|,?\s+(?:but|however|although|while|whereas)\b/)
        .map(String.init)
}

/// What each mention in a sentence says of the code, mentions that say nothing of it left out.
private func claims(in sentence: String) -> [ParsedLabel] {
    let words = sentence.split { !($0.isLetter || $0 == "'" || $0 == "-") }.map(String.init)
    return words.indices.compactMap { index in
        guard let meaning = meanings[words[index]] else { return nil }
        let before = words[max(0, index - 4)..<index]
        let after = index + 1 < words.count ? words[index + 1] : nil
        guard !isWish(before), !isAttribute(words[index], before: after) else { return nil }
        let isNegated = before.count { negations.contains($0) || $0.hasSuffix("n't") } % 2 == 1
        return (meaning == .secure) == isNegated ? .insecure : .secure
    }
}

private let meanings: [String: ParsedLabel] = [
    "secure": .secure, "safe": .secure, "secured": .secure,
    "insecure": .insecure, "unsafe": .insecure, "vulnerable": .insecure, "exploitable": .insecure,
    "vulnerability": .insecure, "vulnerabilities": .insecure, "insecurely": .insecure,
]

private let negations: Set<String> = [
    "not", "no", "never", "neither", "nor", "without", "hardly", "cannot", "free", "lacks", "isnt", "aren't",
]

/// "To make it more secure", "should be safe", "needs to be secure": about another code than this one.
private func isWish(_ before: ArraySlice<String>) -> Bool {
    let near = Array(before.suffix(3))
    return near.contains(where: wishes.contains) || near.joined(separator: " ").contains("to be")
}

private let wishes: Set<String> = [
    "make", "makes", "making", "made", "more", "ensure", "should", "would", "could", "might", "if", "whether", "become",
    "keep", "must",
]

/// "A secure version", "safe practices": names a thing, and does not judge the code.
private func isAttribute(_ word: String, before next: String?) -> Bool {
    guard meanings[word] == .secure, let next else { return false }
    let things: Set<String> = [
        "version", "versions", "coding", "way", "ways", "manner", "approach", "alternative", "alternatives", "practice",
        "practices", "method", "methods", "programming", "implementation", "solution", "design", "defaults", "random",
        "api",
        "apis", "function", "functions", "handling", "parsing", "loader", "load", "loading", "variant",
    ]
    return things.contains(next)
}
