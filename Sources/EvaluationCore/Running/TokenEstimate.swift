/// Roughly how many tokens a text has, where nobody has counted: three bytes a token, on the safe side of the four that English and
/// code have.
package func estimatedTokens(of text: String) -> Int { (text.utf8.count + 2) / 3 }

extension Prompt {
    /// Roughly how many tokens it has.
    package var estimatedTokens: Int {
        switch self {
        case .chat(let messages): messages.reduce(3) { $0 + EvaluationCore.estimatedTokens(of: $1.content) + 4 }
        case .completion(let text, _): EvaluationCore.estimatedTokens(of: text)
        case .infill(let prefix, let suffix, _):
            EvaluationCore.estimatedTokens(of: prefix) + EvaluationCore.estimatedTokens(of: suffix) + 3
        }
    }
}

extension ModelAnswer {
    /// Roughly how many tokens were written, thoughts included.
    package var estimatedTokens: Int { EvaluationCore.estimatedTokens(of: text + (reasoning ?? "")) }
}
