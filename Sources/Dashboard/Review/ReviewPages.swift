import Crypto
public import EvaluationCore
public import Foundation
import Synchronization

/// What raters and adjudicators judge, one item at a time: as pages of a server, or as one HTML file that needs no network and
/// no server, keeps what is said in the browser, and gives it out as JSON lines.
///
/// Nothing that a rater gets tells where a program is from, what the checks say, or what others say.
public final class ReviewPages: Sendable {
    private let samples: [SampleID: Sample]
    private let types: [WeaknessType.ID: WeaknessType]
    private let code: CodeMarkup
    /// Each rater asks for the same programs, and to highlight one takes longer than all the rest of its item.
    private let highlighted: Mutex<[ReviewItem.ID: Markup]> = Mutex([:])
    private let templates: Templates
    let style: String
    let script: String
    let enterScript: String

    /// - Parameter pages: the folder of the pages' templates, style and script.
    /// - Throws: `UserError` when one of them cannot be read.
    public init(
        samples: [Sample], types: [WeaknessType], highlighter: any CodeHighlighter, templates: Templates, pages: URL
    ) throws {
        self.samples = Dictionary(uniqueKeysWithValues: samples.map { ($0.id, $0) })
        self.types = Dictionary(uniqueKeysWithValues: types.map { ($0.id, $0) })
        code = CodeMarkup(highlighter: highlighter)
        self.templates = templates
        style = try Assets.read("style.css", in: pages) + "\n" + Assets.read("review.css", in: pages)
        script = try Assets.read("review.js", in: pages)
        enterScript = try Assets.read("enter.js", in: pages)
    }

    /// One HTML file.
    ///
    /// - Parameters:
    ///   - review: the review's own ID, under which the browser keeps what is said.
    ///   - items: in the rater's order.
    /// - Throws: `UserError` for an item of a sample that is not there.
    public func sheet(review: String, rater: String, items: [ReviewItem]) throws -> String {
        var values = try values(items, key: "\(review) \(rater)", person: rater)
        values["isSheet"] = true
        values["done"] = "All are judged. Save the judgements as a file and send it back."
        values["policy"] =
            "default-src 'none'; style-src '\(Self.hash(style))'; script-src '\(Self.hash(script))'; img-src data:; "
            + "base-uri 'none'; form-action 'none'"
        values["style"] = Markup(html: style)
        values["script"] = Markup(html: script)
        return templates.render("review", values)
    }

    /// A rater's page.
    ///
    /// - Parameter canTry: whether the server runs programs.
    func rating(review: String, rater: String, items: [ReviewItem], canTry: Bool) throws -> String {
        var values = try values(items, key: "\(review) rater \(rater)", person: rater)
        values["saves"] = ReviewServer.Path.judgements
        values["tries"] = ReviewServer.Path.tries
        values["canTry"] = canTry
        values["done"] = "All are judged. Thank you; you may close the page."
        return templates.render("review", values)
    }

    /// An adjudicator's page.
    func settling(
        review: String, adjudicator: String, phase: Decision.Phase, disputes: Disputes,
        judgements: [String: [ReviewItem.ID: Judgement]]
    ) throws -> String {
        let items = disputes.items[phase] ?? []
        var values = try values(
            items, key: "\(review) adjudicator \(adjudicator) \(phase.rawValue)", person: adjudicator
        ) {
            item in
            var opinions = Self.opinions(on: item.id, judgements)
            if phase == .withChecks, let source = disputes.checks[item.id] {
                if let decision = disputes.decisions[.blind]?[item.id] {
                    opinions.append(Opinion(name: "Settled blind", verdict: decision.verdict.rawValue, decision.note))
                }
                opinions.append(Opinion(name: "The checks", verdict: source.verdict.rawValue, source.detail))
            }
            return opinions.map(\.values)
        }
        values["title"] = "Differences to settle"
        values["settles"] = true
        values["showsChecks"] = phase == .withChecks
        values["saves"] = "\(ReviewServer.Path.decisions)?phase=\(phase.rawValue)"
        values["done"] = "All are settled."
        values["reasons"] = Decision.Reason.allCases.filter { $0.isKnown(in: phase) }.map {
            ["value": $0.rawValue, "label": $0.words, "key": $0.key]
        }
        values["phases"] = [
            ["address": ReviewServer.Path.settle, "name": "Where raters differ", "isCurrent": phase == .blind],
            [
                "address": ReviewServer.Path.settleChecks, "name": "Where the checks differ",
                "isCurrent": phase == .withChecks,
            ],
        ]
        return templates.render("review", values)
    }

    func entrance() -> String { templates.render("enter", [:]) }

    private func values(
        _ items: [ReviewItem], key: String, person: String, opinions: (ReviewItem) -> [[String: Any]] = { _ in [] }
    ) throws -> [String: Any] {
        let shown = try items.enumerated().map { place, item -> [String: Any] in
            guard let sample = samples[item.sample], let type = types[item.sample.type] else {
                throw UserError("the dataset has no sample \(item.sample)", remedy: "give the review's own (--dataset)")
            }
            return [
                "id": item.id, "place": place + 1, "title": sample.title, "problem": sample.problemAware,
                "lines": item.lineCount, "code": markup(of: item),
                "summary": type.summary, "opinions": opinions(item),
                "weaknesses": type.weaknesses.filter { sample.weaknesses.contains($0.id) }.map {
                    ["id": $0.id, "name": $0.name]
                },
            ]
        }
        return [
            "title": "Programs to judge", "key": key, "person": person, "items": shown, "number": items.count,
            "isSheet": false, "canTry": false, "settles": false, "showsChecks": false,
        ]
    }

    private func markup(of item: ReviewItem) -> Markup {
        if let known = highlighted.withLock({ $0[item.id] }) { return known }
        let markup = code.markup(item.code, label: "The program")
        highlighted.withLock { $0[item.id] = markup }
        return markup
    }

    /// What was said of an item, without a name and in an order that tells nothing of who said it.
    private static func opinions(
        on item: ReviewItem.ID, _ judgements: [String: [ReviewItem.ID: Judgement]]
    ) -> [Opinion] {
        let said = judgements.sorted { hash($0.key + " " + item) < hash($1.key + " " + item) }.compactMap {
            $0.value[item]
        }
        return said.enumerated().map { number, judgement in
            Opinion(name: "Reader \(number + 1)", of: judgement)
        }
    }

    /// The hashes let in this file's own style and script, and nothing that a program might smuggle in.
    private static func hash(_ text: String) -> String {
        "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    }
}

/// One side of a dispute, as a page shows it.
private struct Opinion {
    var name: String
    var verdict: String
    var facts = ""
    var details: [(name: String, text: String)] = []

    init(name: String, verdict: String, _ detail: String?) {
        self.name = name
        self.verdict = verdict
        if let detail { details = [(name: "because", text: detail)] }
    }

    init(name: String, of judgement: Judgement) {
        self.name = name
        verdict = judgement.verdict.rawValue
        let words = [Judgement.Confidence.low: "low", .middling: "middling", .high: "high"]
        facts = [
            judgement.confidence.flatMap { words[$0] }.map { "confidence \($0)" },
            judgement.lines.isEmpty ? nil : "lines \(judgement.lines.map(String.init).joined(separator: ", "))",
        ].compactMap(\.self).joined(separator: "; ")
        details = [("input that shows it", judgement.input ?? ""), ("note", judgement.note ?? "")]
            .filter { !$0.1.isEmpty }
    }

    var values: [String: Any] {
        [
            "name": name, "verdict": verdict, "facts": facts,
            "details": details.map { ["name": $0.name, "text": $0.text] },
        ]
    }
}

extension ReviewItem {
    /// As `CodeMarkup` numbers them.
    var lineCount: Int {
        let breaks = code.utf8.count { $0 == UInt8(ascii: "\n") }
        return code.utf8.last == UInt8(ascii: "\n") ? max(1, breaks) : breaks + 1
    }
}

extension Decision.Reason {
    var words: String {
        switch self {
        case .ambiguousText: "ambiguous text"
        case .ratersSlip: "rater's slip"
        case .wrongCheck: "wrong check"
        case .missedAttack: "missed attack"
        }
    }

    var key: String {
        switch self {
        case .ambiguousText: "a"
        case .ratersSlip: "s"
        case .wrongCheck: "w"
        case .missedAttack: "m"
        }
    }
}
