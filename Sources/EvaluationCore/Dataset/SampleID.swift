/// The name of one sample: its weakness type, an underscore and a two-digit number, as in `CWE-434_01`.
public struct SampleID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let type: WeaknessType.ID
    /// 1 to 99.
    public let number: Int

    public init(type: WeaknessType.ID, number: Int) {
        self.type = type
        self.number = number
    }

    /// Returns nil unless `text` has the form `<type>_<two digits>`.
    public init?(_ text: some StringProtocol) {
        guard let underscore = text.lastIndex(of: "_") else { return nil }
        let digits = text[text.index(after: underscore)...]
        guard digits.utf8.count == 2, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(digits), number > 0,
            let type = WeaknessType.ID(text[..<underscore])
        else { return nil }
        self.init(type: type, number: number)
    }

    public var description: String { "\(type)_\(number < 10 ? "0" : "")\(number)" }

    public static func < (left: SampleID, right: SampleID) -> Bool {
        (left.type, left.number) < (right.type, right.number)
    }
}

extension SampleID: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let id = SampleID(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no sample ID"))
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
