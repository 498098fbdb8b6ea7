internal import Crypto
public import EvaluationCore

extension Prompt {
    /// SHA-256 of the prompt's form, roles and texts, lower-case hex. Every text goes in with its length in front, so that no two
    /// prompts have the same bytes.
    public var digest: String {
        var hash = SHA256()
        func add(_ text: String) {
            hash.update(data: Array("\(text.utf8.count):".utf8))
            hash.update(data: Array(text.utf8))
        }
        switch self {
        case .chat(let messages):
            add("chat")
            for message in messages {
                add(message.role.rawValue)
                add(message.content)
            }
        case .completion(let text, let stop):
            add("completion")
            add(text)
            stop.forEach(add)
        case .infill(let prefix, let suffix, let stop):
            add("infill")
            add(prefix)
            add(suffix)
            stop.forEach(add)
        }
        let digits = Array("0123456789abcdef")
        return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
