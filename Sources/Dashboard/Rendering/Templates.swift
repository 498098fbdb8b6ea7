import EvaluationCore
public import Foundation
import Mustache
import Reports

/// The pages' templates, read once from a folder.
///
/// Every text is escaped before a template gets it, whether the template asks for that or not; nothing but `Markup` comes
/// in as it is, and characters that nobody sees or that turn the direction of reading are spelt out.
public struct Templates: Sendable {
    private let library: MustacheLibrary

    /// Mustache's own escaping is off: it goes through a text character by character, which was a seventh of a bundle's time.
    private static let escapesNothing = "{{% CONTENT_TYPE: TEXT}}"

    /// - Throws: `UserError` when a template is missing or cannot be read.
    public init(folder: URL) throws {
        var library = MustacheLibrary()
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for file in files.sorted() where file.hasSuffix(".mustache") {
            do {
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                try library.register(Self.escapesNothing + text, named: String(file.dropLast(".mustache".count)))
            } catch {
                throw UserError("\(folder.path)/\(file): is no template that can be read (\(error))")
            }
        }
        guard library.getTemplate(named: "layout") != nil else {
            throw UserError("\(folder.path): has no templates", remedy: "--home has to name secucogen's own folder")
        }
        self.library = library
    }

    func render(_ name: String, _ values: [String: Any]) -> String {
        library.render(Self.harmless(values) as Any, withTemplate: name) ?? ""
    }

    private static func harmless(_ value: Any) -> Any {
        switch value {
        case let text as String: escaped(text)
        case let markup as Markup: markup.html
        case let values as [String: Any]: values.mapValues(harmless)
        case let values as [Any]: values.map(harmless)
        default: value
        }
    }
}

/// HTML that was put together here, from texts that were escaped.
struct Markup: Sendable {
    var html: String
}

/// As `withVisibleControls`, but line breaks and tabs stay what they are.
func visible(_ text: String) -> String {
    guard text.utf8.contains(where: { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 >= 0x7F }) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map { withVisibleControls(String($0)) }
            .joined(separator: "\t")
    }.joined(separator: "\n")
}

/// Text for the inside of an element or of a quoted attribute.
func escaped(_ text: some StringProtocol) -> String {
    let text = visible(String(text))
    guard text.utf8.contains(where: isMarkup) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 64)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): result += "&amp;".utf8
        case UInt8(ascii: "<"): result += "&lt;".utf8
        case UInt8(ascii: ">"): result += "&gt;".utf8
        case UInt8(ascii: "\""): result += "&quot;".utf8
        case UInt8(ascii: "'"): result += "&#39;".utf8
        default: result.append(byte)
        }
    }
    return String(decoding: result, as: UTF8.self)
}

/// A switch: to look the byte up in a string takes several times as long.
private func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
}
