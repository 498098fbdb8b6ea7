/// A model's text without what is no part of its answer: special tokens and a preceding train of thought.
struct ModelAnswer {
    var text: String
    /// What was taken away.
    var before = ""
    var after = ""

    /// Tokens that end an answer, as servers let them slip through.
    private static let endTokens = [
        "<|endoftext|>", "<|im_end|>", "<|eot_id|>", "<|end|>", "</s>", "<|end_of_text|>", "<|EOT|>",
        "<|file_separator|>",
        "<｜end▁of▁sentence｜>",
    ]

    init(_ text: String, limit: Int) {
        var bytes = ContiguousArray(text.utf8)
        if bytes.count > limit {
            after = String(decoding: bytes[limit...], as: UTF8.self)
            bytes.removeLast(bytes.count - limit)
        }
        self.text = String(decoding: bytes, as: UTF8.self)
        for token in Self.endTokens {
            guard let range = Self.firstRange(of: token, in: self.text) else { continue }
            after = self.text[range.lowerBound...] + after
            self.text = String(self.text[..<range.lowerBound])
        }
        if let range = Self.lastRange(of: "</think>", in: self.text),
            !self.text[range.upperBound...].allSatisfy(\.isWhitespace)
        {
            before = String(self.text[..<range.upperBound])
            self.text = String(self.text[range.upperBound...])
        }
    }

    private static func firstRange(of token: String, in text: String) -> Range<String.Index>? {
        ranges(of: token, in: text).first
    }

    private static func lastRange(of token: String, in text: String) -> Range<String.Index>? {
        ranges(of: token, in: text).last
    }

    private static func ranges(of token: String, in text: String) -> [Range<String.Index>] {
        let token = Array(token.utf8)
        let utf8 = text.utf8
        var result: [Range<String.Index>] = []
        var index = utf8.startIndex
        while index < utf8.endIndex {
            if utf8[index] == token[0], utf8[index...].starts(with: token) {
                let end = utf8.index(index, offsetBy: token.count)
                result.append(index..<end)
                index = end
            } else {
                index = utf8.index(after: index)
            }
        }
        return result
    }
}
