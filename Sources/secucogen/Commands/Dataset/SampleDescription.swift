import EvaluationCore

/// A sample for other programs.
struct SampleDescription: Encodable {
    var id: SampleID
    var title: String
    var weaknesses: [String]
    /// `standard`, or `hard` by what `hardBy` says.
    var difficulty: String
    var hardBy: Hardness?
    var entryPoints: [EntryPoint]
    var packages: [String]
    /// Their names alone.
    var checks: [String]
    /// Paths in the sample's folder.
    var variants: [String]
    var texts: Texts?

    /// The attributes of the paper, section 3.
    struct Texts: Encodable {
        var problem: String
        var problemAware: String
        var insecureCode: String
        var insecureCodeExplanation: String
        var secureCode: String
    }

    init(_ sample: Sample, withTexts: Bool = false) {
        id = sample.id
        title = sample.title
        weaknesses = sample.weaknesses
        difficulty = sample.hardBy == nil ? "standard" : "hard"
        hardBy = sample.hardBy
        entryPoints = sample.entryPoints
        packages = sample.packages
        checks = sample.plannedChecks
        variants = sample.variants.map(\.path)
        texts =
            withTexts
            ? Texts(
                problem: sample.problem, problemAware: sample.problemAware, insecureCode: sample.insecureCode,
                insecureCodeExplanation: sample.insecureCodeExplanation, secureCode: sample.secureCode)
            : nil
    }
}

/// What a model is asked about a sample, for other programs.
struct PromptDescription: Encodable {
    var id: SampleID
    var task: PromptTask
    var form: PromptForm
    /// In the form `chat`.
    var messages: [ChatMessage]?
    /// In the form `completion`: what the model goes on from.
    var text: String?
    /// In the form `infill`: what stands before and after the gap.
    var prefix: String?
    var suffix: String?
    /// Strings that end the answer.
    var stop: [String]?

    init(id: SampleID, task: PromptTask, form: PromptForm, prompt: Prompt) {
        self.id = id
        self.task = task
        self.form = form
        switch prompt {
        case .chat(let messages): self.messages = messages
        case .completion(let text, let stop): (self.text, self.stop) = (text, stop)
        case .infill(let prefix, let suffix, let stop):
            (self.prefix, self.suffix, self.stop) = (prefix, suffix, stop)
        }
    }
}
