import Dashboard
import EvaluationCore
import Foundation
import Reports
import TestSupport

/// A site over runs in memory and two samples, with the real templates.
enum TestSite {
    static let ids = [SampleID("CWE-79_01")!, SampleID("CWE-89_01")!, SampleID("CWE-89_02")!]

    static func make(_ runs: [any RunSource], hostile: String = "plain") throws -> Site {
        let samples = samples(hostile: hostile)
        let library = Library(
            samples: samples, types: types, checksDigest: "c", renderer: Prompts(text: "Prompt \(hostile)"),
            highlighter: NoColours())
        let folder = repositoryFolder.appending(path: "Pages/templates")
        return Site(runs: runs, library: library, templates: try Templates(folder: folder))
    }

    static func samples(hostile: String) -> [Sample] {
        ids.map { id in
            Sample(
                id: id, title: "Title \(hostile)", weaknesses: [id.type.description], problem: "Problem \(hostile)",
                problemAware: "Aware \(hostile)", insecureCode: "bad = '\(hostile)'",
                insecureCodeExplanation: "Why \(hostile)",
                secureCode: "good = 1\n", entryPoints: [EntryPoint(name: "f", signature: "def f()")],
                checks: [
                    CheckFile(
                        kind: .security, path: "checks/security.py",
                        source:
                            "import x\n\ndef test_it_holds():\n    attack()  # \(hostile)\n\n\ndef test_other():\n    pass\n"
                    )
                ],
                variants: [Variant(label: .secure, path: "variants/secure-a.py", source: "a = 1 # \(hostile)")])
        }
    }

    static let types = ["CWE-79", "CWE-89"].enumerated().map { row, id in
        WeaknessType(
            id: WeaknessType.ID(id)!, row: row + 1, weaknesses: [CommonWeakness(id: id, name: "Name of \(id)")],
            summary: "")
    }

    static func assets() throws -> Assets { try Assets(folder: repositoryFolder.appending(path: "Pages")) }

    private struct Prompts: PromptRenderer {
        var text: String
        func prompt(for key: AttemptKey, in plan: Plan) -> Prompt { .chat([ChatMessage(role: .user, content: text)]) }
        func codePrefix(for key: AttemptKey, in plan: Plan) -> String? { nil }
    }

    struct NoColours: CodeHighlighter {
        func ranges(in code: String) -> [HighlightedRange] { [] }
    }
}
