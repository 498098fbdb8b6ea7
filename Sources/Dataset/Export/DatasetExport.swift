public import EvaluationCore
internal import Foundation

/// The dataset as files that Hugging Face `datasets` loads: `load_dataset(folder)` and `load_dataset(folder, "prompts")`.
///
/// Checks and variants are left out: a verdict needs the sandbox, and with it this program.
/// Source of the form: https://huggingface.co/docs/hub/datasets-manual-configuration
public struct DatasetExport: Sendable {
    public struct File: Sendable, Hashable {
        /// Inside the folder: `data/samples.jsonl`.
        public var path: String
        public var text: String
    }

    private let dataset: LoadedDataset
    private let prompts: any PromptRenderer
    private let card: String
    private let version: String

    /// - Parameters:
    ///   - card: the dataset card, without front matter.
    ///   - version: of the program.
    public init(_ dataset: LoadedDataset, prompts: any PromptRenderer, card: String, version: String) {
        self.dataset = dataset
        self.prompts = prompts
        self.card = card
        self.version = version
    }

    /// - Throws: `UserError` when a prompt cannot be made.
    public func files() throws -> [File] {
        let samples = dataset.samples.sorted { $0.id < $1.id }
        return [
            File(path: "README.md", text: readme(samples)),
            File(path: "data/samples.jsonl", text: try lines(samples.map(SampleRow.init))),
            File(path: "data/prompts.jsonl", text: try lines(try promptRows(samples))),
        ]
    }

    private func promptRows(_ samples: [Sample]) throws -> [PromptRow] {
        // A type of one sample has no other one that could be shown first.
        let isAlone = Dictionary(grouping: samples, by: \.type).contains { $0.value.count == 1 }
        let plan = Plan(
            model: "none/none", tasks: PromptTask.allCases.filter { $0 != .generateOneShot || !isAlone },
            samples: samples.map(\.id), detection: .all)
        return try plan.attemptKeys().map { key in
            guard case .chat(let messages) = try prompts.prompt(for: key, in: plan) else {
                preconditionFailure("a plan is of chats unless it says otherwise")
            }
            return PromptRow(key, messages)
        }
    }

    private func readme(_ samples: [Sample]) -> String {
        """
        ---
        pretty_name: secucogen
        license: apache-2.0
        language:
        - en
        task_categories:
        - text-generation
        tags:
        - code
        - python
        - security
        - cwe
        size_categories:
        - n<1K
        - 1K<n<10K
        configs:
        - config_name: samples
          default: true
          data_files:
          - split: test
            path: data/samples.jsonl
        - config_name: prompts
          data_files:
          - split: test
            path: data/prompts.jsonl
        ---
        # secucogen: \(samples.count) Python tasks in which a security weakness is easily made
        Written by `secucogen dataset export` (version \(version)); texts `\(Digests.texts(of: samples).prefix(16))`, checks \
        `\(Digests.checks(of: samples).prefix(16))`.

        `samples` has one row a sample: the paper's six attributes, its type, its difficulty and what a program has to define. `prompts`
        has one row a question of the seven tasks, as secucogen puts it (for `detect` with both programs of each sample).
        Hidden checks are not part of it: `secucogen judge` reads `{"task_id": id, "code": program}` and gives the verdict.

        **Do not train on it.** Every row carries the canary `\(Canary.text)`.

        \(card)
        """
    }

    private func lines(_ rows: [some Encodable]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return try rows.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
    }
}

private struct SampleRow: Encodable {
    var id: String
    var type: String
    var weaknesses: [String]
    var title: String
    var covers: [String]
    /// `standard` or `hard`, and by what; empty for a standard one, since a column has one type.
    var difficulty: String
    var hardBy: String
    var problem: String
    var problemCweAware: String
    var insecureCode: String
    var insecureCodeExplanation: String
    var secureCode: String
    /// `def find_items(db_path, station)`
    var entryPoints: [String]
    var packages: [String]
    var canary = Canary.text

    init(_ sample: Sample) {
        id = sample.id.description
        type = sample.id.type.description
        weaknesses = sample.weaknesses
        title = sample.title
        covers = sample.covers
        difficulty = sample.hardBy == nil ? "standard" : "hard"
        hardBy = sample.hardBy?.rawValue ?? ""
        problem = sample.problem
        problemCweAware = sample.problemAware
        insecureCode = sample.insecureCode
        insecureCodeExplanation = sample.insecureCodeExplanation
        secureCode = sample.secureCode
        entryPoints = sample.entryPoints.map(\.signature)
        packages = sample.packages
    }
}

private struct PromptRow: Encodable {
    var id: String
    var task: String
    /// What is shown under `detect` and `classify`: `insecure` or `secure`; `task` elsewhere.
    var subject: String
    var messages: [ChatMessage]
    var canary = Canary.text

    init(_ key: AttemptKey, _ messages: [ChatMessage]) {
        id = key.sample.description
        task = key.task.rawValue
        subject = key.subject.rawValue
        self.messages = messages
    }
}
