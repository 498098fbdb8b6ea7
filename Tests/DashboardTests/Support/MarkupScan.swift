/// Finds what should not be in a page, as a browser would read it and without trusting the page's own escaping.
struct MarkupScan {
    private(set) var faults: [String] = []

    private static let tags: Set<String> = [
        "!doctype", "html", "head", "meta", "title", "link", "script", "body", "a", "header", "nav", "span", "button",
        "main", "dialog", "h1", "h2", "h3", "dl", "dt", "dd", "kbd", "form", "p", "section", "ul", "li", "div", "table",
        "thead", "tbody", "tr", "th", "td", "sup", "figure", "figcaption", "svg", "rect", "text", "line", "path", "g",
        "tspan", "label", "select", "option", "input", "strong", "pre", "code", "details", "summary", "ol", "br",
    ]

    /// - Parameter allowing: tags beside those that most pages have.
    init(_ page: String, allowing more: Set<String> = []) {
        let bytes = Array(page.utf8)
        var (index, scripts) = (0, 0)
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let tag = Tag(bytes, after: start)
            index = tag.end
            if !Self.tags.contains(tag.name), !more.contains(tag.name) { faults.append("tag '\(tag.name)'") }
            if tag.name == "script", !tag.isClosing { scripts += 1 }
            for (name, value) in tag.attributes { check(name, value) }
        }
        if scripts != 1 { faults.append("\(scripts) scripts") }
        if page.unicodeScalars.contains(where: Self.isControl) { faults.append("a control character") }
    }

    private mutating func check(_ name: String, _ value: String) {
        if name.hasPrefix("on") || ["style", "srcdoc"].contains(name) { faults.append("attribute \(name)") }
        guard ["href", "src", "action", "formaction", "xlink:href"].contains(name), value != "data:," else { return }
        let beginning = value.lowercased().drop { $0.isWhitespace }
        if ["javascript:", "data:", "//", "http"].contains(where: beginning.hasPrefix) {
            faults.append("address \(value.prefix(80))")
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    /// A tag as the HTML standard's tokenizer reads it, near enough.
    private struct Tag {
        var name = ""
        var isClosing = false
        var attributes: [(name: String, value: String)] = []
        var end: Int

        init(_ bytes: [UInt8], after start: Int) {
            var index = start + 1
            func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "/") }
            func word(until stops: [UInt8]) -> String {
                let from = index
                while index < bytes.count, !isSpace(bytes[index]), !stops.contains(bytes[index]) { index += 1 }
                return String(decoding: bytes[from..<index], as: UTF8.self).lowercased()
            }
            if index < bytes.count, bytes[index] == UInt8(ascii: "/") { (isClosing, index) = (true, index + 1) }
            name = word(until: [UInt8(ascii: ">")])
            while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                guard !isSpace(bytes[index]) else {
                    index += 1
                    continue
                }
                let attribute = word(until: [UInt8(ascii: ">"), UInt8(ascii: "=")])
                var value = ""
                if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
                    index += 1
                    let quote = index < bytes.count ? bytes[index] : 0
                    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                        let close = bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.count
                        value = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
                        index = min(close + 1, bytes.count)
                    } else {
                        value = word(until: [UInt8(ascii: ">")])
                    }
                }
                attributes.append((attribute, value))
            }
            end = min(index + 1, bytes.count)
        }
    }
}
