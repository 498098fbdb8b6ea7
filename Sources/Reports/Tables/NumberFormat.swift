import Foundation

/// How a column writes its numbers for people; files for programs hold them in full.
public enum NumberFormat: Sendable, Hashable, Codable {
    case text
    case count
    /// As it is, with this many decimals.
    case decimals(Int)
    /// Always with a sign.
    case difference(Int)
    case pValue

    public var isNumeric: Bool { self != .text }

    func string(_ value: Double) -> String {
        switch self {
        case .text, .decimals(4): String(format: "%.4f", value)
        case .count: String(format: "%.0f", value)
        case .decimals(let places): String(format: "%.\(places)f", value)
        case .difference(let places): String(format: "%+.\(places)f", value)
        case .pValue: value < 0.001 ? "<0.001" : String(format: "%.3f", value)
        }
    }

    func string(_ interval: Interval) -> String {
        "[\(string(interval.lower)), \(string(interval.upper))]"
    }

    func string(_ value: Cell.Value) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): string(number)
        case .count(let count): String(count)
        case .none: "-"
        }
    }
}
