import Crypto
public import EvaluationCore
public import Foundation

/// What a rater judges, as one HTML file that needs no network and no server: it keeps what is said in the browser, and
/// gives it out as JSON lines.
///
/// Nothing in it tells where a program is from, what the checks say, or what others say.
public struct RaterSheet: Sendable {
    private let samples: [SampleID: Sample]
    private let types: [WeaknessType.ID: WeaknessType]
    private let code: CodeMarkup
    private let templates: Templates
    private let style: String
    private let script: String

    /// - Parameter pages: the folder of the pages' templates, style and script.
    /// - Throws: `UserError` when one of them cannot be read.
    public init(
        samples: [Sample], types: [WeaknessType], highlighter: any CodeHighlighter, templates: Templates, pages: URL
    ) throws {
        self.samples = Dictionary(uniqueKeysWithValues: samples.map { ($0.id, $0) })
        self.types = Dictionary(uniqueKeysWithValues: types.map { ($0.id, $0) })
        code = CodeMarkup(highlighter: highlighter)
        self.templates = templates
        style = try Assets.read("style.css", in: pages) + "\n" + Assets.read("rater.css", in: pages)
        script = try Assets.read("rater.js", in: pages)
    }

    /// - Parameters:
    ///   - review: the review's own ID, under which the browser keeps what is said.
    ///   - items: in the rater's order.
    /// - Throws: `UserError` for an item of a sample that is not there.
    public func page(review: String, rater: String, items: [ReviewItem]) throws -> String {
        let shown = try items.enumerated().map { place, item -> [String: Any] in
            guard let sample = samples[item.sample], let type = types[item.sample.type] else {
                throw UserError("the dataset has no sample \(item.sample)", remedy: "give the review's own (--dataset)")
            }
            return [
                "id": item.id, "place": place + 1, "title": sample.title, "problem": sample.problemAware,
                "lines": lineCount(item.code), "code": code.markup(item.code, label: "The program"),
                "summary": type.summary,
                "weaknesses": type.weaknesses.filter { sample.weaknesses.contains($0.id) }.map {
                    ["id": $0.id, "name": $0.name]
                },
            ]
        }
        return templates.render(
            "rater",
            [
                "review": review, "rater": rater, "items": shown, "number": items.count, "policy": policy,
                "style": Markup(html: style), "script": Markup(html: script),
            ])
    }

    /// The hashes let in this file's own style and script, and nothing that a program might smuggle in.
    private var policy: String {
        "default-src 'none'; style-src '\(Self.hash(style))'; script-src '\(Self.hash(script))'; img-src data:; "
            + "base-uri 'none'; form-action 'none'"
    }

    private static func hash(_ text: String) -> String {
        "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    }

    /// As `CodeMarkup` numbers them.
    private func lineCount(_ code: String) -> Int {
        let breaks = code.utf8.count { $0 == UInt8(ascii: "\n") }
        return code.utf8.last == UInt8(ascii: "\n") ? max(1, breaks) : breaks + 1
    }
}
