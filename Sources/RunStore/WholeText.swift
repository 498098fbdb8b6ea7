import Foundation
import GRDB

/// A text that may hold NUL characters, at which SQLite's texts end: such a one is stored as a blob of its UTF-8.
struct WholeText: Codable, Sendable, Hashable, DatabaseValueConvertible {
    var text: String

    init(_ text: String) { self.text = text }

    var databaseValue: DatabaseValue {
        text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> WholeText? {
        switch value.storage {
        case .string(let text): WholeText(text)
        case .blob(let data): WholeText(String(decoding: data, as: UTF8.self))
        default: nil
        }
    }
}
