import ArgumentParser
import Foundation

enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

enum JSONOutput {
    /// Keys sorted, so that equal results are equal texts.
    static func print(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Terminal.result(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
