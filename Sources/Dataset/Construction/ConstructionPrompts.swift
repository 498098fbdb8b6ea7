public import EvaluationCore
public import Foundation
import Mustache

/// The prompts of the construction (`Dataset/Construction/prompts`) with what is told of type and dataset.
public struct ConstructionPrompts: Sendable {
    private let templates: [String: MustacheTemplate]
    private let brief: Brief

    /// - Parameters:
    ///   - folder: holds `<step>.mustache`.
    ///   - flowchart: asks the steps.
    ///   - brief: what the model is told of the type and of what there is.
    /// - Throws: `UserError` when a template is missing or cannot be read.
    public init(folder: URL, flowchart: Flowchart, brief: Brief) throws {
        self.brief = brief
        var templates: [String: MustacheTemplate] = [:]
        let asked = flowchart.states.compactMap { if case .ask = $0.kind { $0.id } else { nil } }
        for name in asked + ["system", "solve", "explained", "correction", "missing"] {
            guard let text = try? String(contentsOf: folder.appending(path: "\(name).mustache"), encoding: .utf8) else {
                throw UserError(
                    "\(folder.path)/\(name).mustache: cannot be read", remedy: "check secucogen's own folder (--home)")
            }
            do {
                templates[name] = try MustacheTemplate(string: text)
            } catch {
                throw UserError("\(folder.path)/\(name).mustache: \(error)")
            }
        }
        self.templates = templates
    }

    var system: String { render("system", [:]) }

    func step(_ name: String) -> String { render(name, brief.values) }

    func solve(_ sample: Sample) -> String {
        let names = sample.entryPoints.map { "`\($0.name)`" }.joined(separator: ", ")
        return render("solve", ["problem": sample.problem, "entryPoints": names])
    }

    /// - Parameter effects: what attacks did, a line each.
    func explained(_ explanation: String, _ effects: [String]) -> String {
        render("explained", ["explanation": explanation, "effects": effects])
    }

    func missing(_ files: [String]) -> String {
        render("missing", ["missing": files.map { "`\($0)`" }.joined(separator: ", ")])
    }

    /// - Parameters:
    ///   - program: the second programmer's, when it is about that one.
    ///   - text: what may be defended.
    func correction(_ findings: [String], program: String?, about text: TextInDispute?) -> String {
        render(
            "correction",
            [
                "findings": findings, "isClarity": program != nil, "isExplanation": text == .explanation,
                "program": program.map { fenced($0) } ?? "",
            ])
    }

    private func render(_ name: String, _ values: [String: Any]) -> String {
        (templates[name]?.render(values) ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// What the model is told of the type, of what there is, and of a sample that shows how it is done.
public struct Brief: Sendable {
    public var type: WeaknessType
    /// Keys of places that are at the heart of a sample already.
    public var taken: Set<String>
    public var titles: [String]
    public var packages: [String]
    public var example: WorkedExample

    public init(type: WeaknessType, taken: Set<String>, titles: [String], packages: [String], example: WorkedExample) {
        self.type = type
        self.taken = taken
        self.titles = titles
        self.packages = packages
        self.example = example
    }

    var values: [String: Any] {
        [
            "weaknesses": type.weaknesses.map { ["id": $0.id, "name": $0.name] }, "summary": type.summary,
            "hasPlaces": !type.places.isEmpty,
            "places": type.places.map {
                ["id": $0.id, "text": $0.text, "isTaken": taken.contains($0.id)] as [String: Any]
            },
            "hasTitles": !titles.isEmpty, "titles": titles,
            "packages": packages.isEmpty ? "none" : packages.joined(separator: ", "),
            "exampleIdea": example.shown(["idea.yaml"]),
            "exampleProblem": example.shown(["problem.md", "examples.yaml"]),
            "exampleCode": example.shown(["insecure.py", "secure.py"]),
            "exampleGuidance": example.shown(["insecure-explanation.md", "problem-cwe-aware.md", "aware-examples.yaml"]
            ),
            "exampleFunctional": example.shown(["checks/functional.py"]),
            "exampleAttacks": example.shown(["checks/security.py"]),
        ]
    }
}

/// A sample as a record of the construction would have written it.
public struct WorkedExample: Sendable {
    private let files: DraftFiles

    /// - Parameter folder: a sample's.
    /// - Throws: `UserError` when it lacks a file.
    public init(sample folder: URL) throws { files = try DraftFolder.record(of: folder) }

    func shown(_ paths: [String]) -> String {
        paths.compactMap { path in
            files[path].map { "````\(path.hasSuffix(".py") ? "python " : "")\(path)\n\($0)````" }
        }.joined(separator: "\n\n")
    }
}
