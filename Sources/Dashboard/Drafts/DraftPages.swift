public import EvaluationCore
import Foundation

/// The list of drafts, and a page for each with its attributes, what machines found and the paper's five questions.
public struct DraftPages: Sendable {
    private let templates: Templates
    private let code: CodeMarkup
    private let runsOn: String
    let assets: Assets

    /// - Parameter runsOn: Python and packages with their versions, in a line.
    public init(templates: Templates, assets: Assets, highlighter: any CodeHighlighter, runsOn: String) {
        self.templates = templates
        self.assets = assets
        self.runsOn = runsOn
        code = CodeMarkup(highlighter: highlighter)
    }

    func list(_ drafts: [DraftView], reader: String) -> String {
        var values = frame("Drafts", root: "")
        values["reader"] = reader
        values["drafts"] = drafts.map { draft -> [String: Any] in
            [
                "name": draft.name, "address": "draft/\(Self.encoded(draft.name)).html", "title": draft.sample.title,
                "type": draft.sample.type.description,
                "state": draft.reading(of: reader).map { $0.agrees ? "you agree" : "you object" } ?? "to be read",
            ]
        }
        return templates.render("drafts", values)
    }

    /// - Parameters:
    ///   - problem: why an answer was not taken.
    ///   - given: the fields of that answer, which are shown again.
    func page(_ draft: DraftView, reader: String, problem: String? = nil, given: [String: String]? = nil) -> String {
        let sample = draft.sample
        let own = draft.reading(of: reader)
        var values = frame(sample.title, root: "../")
        values["name"] = draft.name
        values["title"] = sample.title
        values["runsOn"] = runsOn
        values["nearest"] = draft.nearest
        values["weaknesses"] = sample.weaknesses.joined(separator: ", ")
        values["covers"] = sample.covers.isEmpty ? nil : sample.covers.joined(separator: ", ")
        values["packages"] = sample.packages.isEmpty ? nil : sample.packages.joined(separator: ", ")
        values["digest"] = draft.digest
        values["reader"] = reader
        values["refused"] = problem
        values["text"] = sample.problem
        values["aware"] = Self.added(to: sample)
        values["explanation"] = sample.insecureCodeExplanation
        values["insecure"] = code.markup(sample.insecureCode, label: "Insecure Code")
        values["secure"] = code.markup(sample.secureCode, label: "Secure Code")
        values["checks"] = sample.checks.map { file -> [String: Any] in
            [
                "path": file.path, "address": "\(Self.encoded(draft.name))/\(file.path)",
                "count": file.checkNames.count,
                "source": code.markup(file.source, label: file.path),
            ]
        }
        values["variants"] = sample.variants.map { variant -> [String: Any] in
            [
                "path": variant.path, "address": "\(Self.encoded(draft.name))/\(variant.path)",
                "label": variant.label.rawValue,
                "source": code.markup(variant.source, label: variant.path),
            ]
        }
        values["findings"] = draft.findings.map { ["question": $0.question, "messages": $0.messages] as [String: Any] }
        values["isClean"] = draft.findings.isEmpty
        values["disputes"] = draft.disputes
        values["hasDisputes"] = !draft.disputes.isEmpty
        values["questions"] = DraftReading.questions.enumerated().map { place, text -> [String: Any] in
            let signed = own.flatMap { place < $0.answers.count ? $0.answers[place] : nil }
            let said = given.map { $0["answer-\(place + 1)"] ?? "" } ?? signed.map { $0.holds ? "yes" : "no" }
            return [
                "number": place + 1, "text": text, "isYes": said == "yes", "isNo": said == "no",
                "note": given.map { $0["note-\(place + 1)"] ?? "" } ?? signed?.note ?? "",
            ]
        }
        values["isRead"] = own != nil
        // Who has not answered yet does not see what others say.
        values["others"] = own == nil ? [] : others(of: draft, than: reader)
        return templates.render("draft", values)
    }

    /// What the CWE-aware text says beside the Problem's own.
    private static func added(to sample: Sample) -> String {
        let task = sample.problem.components(separatedBy: "\n\nExample 1\n").first ?? ""
        guard !task.isEmpty, sample.problemAware.hasPrefix(task) else { return sample.problemAware }
        return sample.problemAware.dropFirst(task.count).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// A part of the draft as it is, for who wants to run it.
    func file(_ path: String, of draft: DraftView) -> String? {
        let sample = draft.sample
        switch path {
        case "insecure.py": return sample.insecureCode
        case "secure.py": return sample.secureCode
        default:
            return sample.checks.first { $0.path == path }?.source ?? sample.variants.first { $0.path == path }?.source
        }
    }

    private func others(of draft: DraftView, than reader: String) -> [[String: Any]] {
        let names = Set(draft.readings.map(\.reader)).subtracting([reader]).sorted()
        return names.compactMap { name in
            draft.reading(of: name).map { reading in
                let notes = zip(1..., reading.answers).compactMap { number, answer in
                    answer.note.map { "\(number): \($0)" }
                }
                return [
                    "name": name, "verdict": reading.agrees ? "agrees" : "objects", "notes": notes,
                ] as [String: Any]
            }
        }
    }

    private func frame(_ title: String, root: String) -> [String: Any] {
        [
            "pageTitle": title, "root": root, "version": "1", "sendsForm": true,
            "sections": [
                ["address": "\(root)index.html", "title": "Drafts", "isCurrent": root.isEmpty] as [String: Any]
            ],
        ]
    }

    static func encoded(_ name: String) -> String {
        name.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-_"))) ?? ""
    }
}
