/// One of the 18 vulnerability types of the dataset (paper, Table 1).
public struct WeaknessType: Hashable, Sendable, Codable, Identifiable {
    /// `CWE-89`, or `CWE-Aur` for the merged type about authorisation and authentication.
    public struct ID: Hashable, Sendable, CustomStringConvertible {
        public let description: String

        /// Returns nil unless `text` is `CWE-` and a name of ASCII letters and digits.
        public init?(_ text: some StringProtocol) {
            let name = text.dropFirst(4)
            guard text.hasPrefix("CWE-"), !name.isEmpty,
                name.unicodeScalars.allSatisfy({ $0.isASCII && $0.properties.isAlphanumeric })
            else { return nil }
            description = String(text)
        }

        public static let merged = ID("CWE-Aur")!
    }

    public var id: ID
    /// Row of Table 1, from 1.
    public var row: Int
    /// One CWE, or the four of the merged type.
    public var weaknesses: [CommonWeakness]
    /// One sentence that tells a model what the type is about; used by the classify prompt.
    public var summary: String
    /// Where real programs get it wrong; the samples of a type cover them between them. Empty where nobody listed any.
    public var places: [Place]

    public init(id: ID, row: Int, weaknesses: [CommonWeakness], summary: String, places: [Place] = []) {
        self.id = id
        self.row = row
        self.weaknesses = weaknesses
        self.summary = summary
        self.places = places
    }

    /// A kind of code in which the weakness occurs, such as the `LIKE` of an SQL statement.
    public struct Place: Hashable, Sendable, Codable, Identifiable {
        /// How samples name it: `like`.
        public var id: String
        public var text: String

        public init(id: String, text: String) {
            self.id = id
            self.text = text
        }
    }
}

/// An entry of MITRE's list, under its official name.
public struct CommonWeakness: Hashable, Sendable, Codable {
    public var id: String
    public var name: String

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

extension WeaknessType.ID: Comparable {
    /// Numbers in their order, then names: CWE-20 < CWE-89 < CWE-Aur.
    public static func < (left: Self, right: Self) -> Bool {
        let (a, b) = (left.description.dropFirst(4), right.description.dropFirst(4))
        return switch (Int(a), Int(b)) {
        case (let x?, let y?): x < y
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): a < b
        }
    }
}

extension WeaknessType.ID: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let id = Self(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no weakness type"))
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
