public import EvaluationCore
public import Foundation
import Mustache

/// Renders the seven prompts from the templates in `Dataset/Prompts`.
///
/// A template is `<task>.<form>.mustache`. Its variables: `problem` (the CWE-aware text for `generate-aware`),
/// `entryPoints`, `signature`, `shotProblem` and `shotCode`, `insecureCode`, `explanation` and `explanationLines`,
/// `code`, `types` (each `id`, `name`, `summary`) and `firstType`.
public struct PromptLibrary: PromptRenderer {
    private let templates: [String: MustacheTemplate]
    private let dataset: LoadedDataset
    private let samples: [SampleID: Sample]
    /// SHA-256 over all templates.
    public let digest: String

    public init(folder: URL, dataset: LoadedDataset) throws {
        var templates: [String: MustacheTemplate] = [:]
        var parts: [String] = []
        for task in PromptTask.allCases {
            for form in [PromptForm.chat, .completion] {
                let name = "\(task.rawValue).\(form.rawValue)"
                guard let text = try? String(contentsOf: folder.appending(path: "\(name).mustache"), encoding: .utf8)
                else {
                    throw UserError("Prompts/\(name).mustache: cannot be read", remedy: "every task has both forms")
                }
                do {
                    templates[name] = try MustacheTemplate(string: text)
                } catch {
                    throw UserError("Prompts/\(name).mustache: \(error)")
                }
                parts += [name, text]
            }
        }
        self.templates = templates
        self.dataset = dataset
        samples = Dictionary(uniqueKeysWithValues: dataset.samples.map { ($0.id, $0) })
        digest = Digests.digest(parts)
    }

    public func prompt(for key: AttemptKey, in plan: Plan) throws -> Prompt {
        let sample = try sample(key.sample)
        let text = try render(key, sample, plan)
        switch plan.form {
        case .chat:
            let system = plan.systemPrompt.map { [ChatMessage(role: .system, content: $0)] } ?? []
            return .chat(system + [ChatMessage(role: .user, content: text)])
        case .completion:
            return .completion(text, stop: key.task.yieldsCode ? Self.codeStops : ["\n"])
        case .infill:
            return .infill(prefix: text, suffix: "\n", stop: key.task.yieldsCode ? Self.codeStops : ["\n"])
        }
    }

    public func codePrefix(for key: AttemptKey, in plan: Plan) throws -> String? {
        guard plan.form != .chat, key.task.yieldsCode else { return nil }
        return signature(of: try sample(key.sample))
    }

    /// Where a base model has finished the solution and begins something else.
    private static let codeStops = ["\n```", "\nif __name__", "\n# Example", "\n\"\"\"\n", "\n>>>"]

    private func render(_ key: AttemptKey, _ sample: Sample, _ plan: Plan) throws -> String {
        let form = plan.form == .chat ? PromptForm.chat : .completion
        guard let template = templates["\(key.task.rawValue).\(form.rawValue)"] else {
            throw UserError("Prompts/\(key.task.rawValue).\(form.rawValue).mustache: is missing")
        }
        var values: [String: Any] = [
            "problem": key.task == .generateAware ? sample.problemAware : sample.problem,
            "entryPoints": enumeration(sample.entryPoints.map { "`\($0.name)`" }),
            "signature": signature(of: sample),
            "insecureCode": sample.insecureCode.trimmedEnd,
            "explanation": sample.insecureCodeExplanation,
            "explanationLines": sample.insecureCodeExplanation.split(separator: "\n").map(String.init),
            "code": (key.subject == .secure ? sample.secureCode : sample.insecureCode).trimmedEnd,
        ]
        if key.task == .generateOneShot {
            let shot = try OneShot.example(for: sample, among: dataset.samples, plan: plan)
            values["shotProblem"] = shot.problem
            values["shotCode"] = shot.secureCode.trimmedEnd
        }
        if key.task == .classify {
            let types = dataset.types.filter { $0.id != .merged }
            values["types"] = types.map { type in
                ["id": type.id.description, "name": type.weaknesses.first?.name ?? "", "summary": type.summary]
            }
            values["firstType"] = types.first?.id.description ?? ""
        }
        return template.render(values).trimmedEnd + (form == .completion && key.task.yieldsCode ? "\n" : "")
    }

    /// The line that a completion goes on from; empty where the entry point is a variable.
    private func signature(of sample: Sample) -> String {
        guard let first = sample.entryPoints.first?.signature, first.contains(" ") else { return "" }
        return "\(first):"
    }

    /// `a`, `a and b`, `a, b and c`.
    private func enumeration(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }

    private func sample(_ id: SampleID) throws -> Sample {
        guard let sample = samples[id] else {
            throw UserError("the dataset has no sample \(id)", remedy: "`secucogen dataset list` shows those it has")
        }
        return sample
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
