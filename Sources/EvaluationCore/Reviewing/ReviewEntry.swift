/// What is said of an item, as one JSON object: the judgement's own fields, with a verdict of null to take it back.
public struct ReviewEntry: Sendable, Hashable, Codable {
    public var item: ReviewItem.ID
    /// Nil takes back what was said before.
    public var judgement: Judgement?

    public init(item: ReviewItem.ID, judgement: Judgement?) {
        self.item = item
        self.judgement = judgement
    }

    private enum Keys: CodingKey {
        case item, verdict, confidence, lines, input, note, seconds
    }

    /// - Throws: `DecodingError` when there is no verdict at all: to take back has to be said.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Keys.self)
        item = try values.decode(String.self, forKey: .item)
        guard values.contains(.verdict) else {
            throw DecodingError.keyNotFound(Keys.verdict, .init(codingPath: [], debugDescription: "no verdict"))
        }
        guard let verdict = try values.decodeIfPresent(Judgement.Verdict.self, forKey: .verdict) else { return }
        judgement = Judgement(
            item: item, verdict: verdict,
            confidence: try values.decodeIfPresent(Judgement.Confidence.self, forKey: .confidence),
            lines: try values.decodeIfPresent([Int].self, forKey: .lines) ?? [],
            input: try values.decodeIfPresent(String.self, forKey: .input),
            note: try values.decodeIfPresent(String.self, forKey: .note),
            seconds: try values.decodeIfPresent(Double.self, forKey: .seconds))
    }

    public func encode(to encoder: any Encoder) throws {
        if let judgement { return try judgement.encode(to: encoder) }
        var values = encoder.container(keyedBy: Keys.self)
        try values.encode(item, forKey: .item)
        try values.encodeNil(forKey: .verdict)
    }
}
