import EvaluationCore
import Foundation

/// Reads one sample's folder (see `Dataset/CHECKS.md` and `CONTRIBUTING.md` for its form).
struct SampleLoader {
    let folder: URL
    /// How messages name the folder.
    let name: String
    /// The ID of a draft for the time being; nil for a sample, which has one of its own.
    var draft: SampleID?

    func load() throws -> Sample {
        var yaml = try YAMLReader(text: text("sample.yaml"), path: "\(name)/sample.yaml")
        let id = try id(&yaml)
        let title = try yaml.string("title")
        let weaknesses = try yaml.strings("weaknesses")
        let covers = try yaml.strings("covers")
        let hardBy = try yaml.optionalString("hard-by").map { try hardness($0, yaml) }
        let entryPoints = try yaml.strings("entry-points").map { try entryPoint($0, yaml) }
        let packages = try yaml.strings("packages")
        let examples = try yaml.readers("examples").map { try example($0, mayRaise: false) }
        let awareExamples = try yaml.readers("aware-examples").map { try example($0, mayRaise: true) }
        let limits = try yaml.reader("limits").map(limits) ?? SandboxLimits()
        try yaml.finish(
            known: [
                "id", "title", "weaknesses", "covers", "hard-by", "entry-points", "packages", "examples",
                "aware-examples", "limits",
            ])
        guard !weaknesses.isEmpty else { throw yaml.error("'weaknesses' has to name at least one CWE") }
        guard !entryPoints.isEmpty else { throw yaml.error("'entry-points' has to name at least one") }
        guard (2...3).contains(examples.count) else { throw yaml.error("'examples' has to hold 2 or 3") }
        guard awareExamples.count == 2 else { throw yaml.error("'aware-examples' has to hold exactly 2") }

        let task = try prose("problem.md")
        let guidance = try prose("problem-cwe-aware.md")
        return Sample(
            id: id, title: title, weaknesses: weaknesses, covers: covers, hardBy: hardBy,
            problem: "\(task)\n\n\(ExampleText.render(examples))",
            problemAware: "\(task)\n\n\(guidance)\n\n\(ExampleText.render(examples + awareExamples))",
            insecureCode: try text("insecure.py"),
            insecureCodeExplanation: try prose("insecure-explanation.md"),
            secureCode: try text("secure.py"),
            entryPoints: entryPoints, packages: packages, examples: examples, awareExamples: awareExamples,
            checks: [
                CheckFile(
                    kind: .functional, path: "checks/functional.py", source: try text("checks/functional.py")),
                CheckFile(kind: .security, path: "checks/security.py", source: try text("checks/security.py")),
            ],
            variants: try variants(), limits: limits)
    }

    private func id(_ yaml: inout YAMLReader) throws -> SampleID {
        if let draft {
            guard try yaml.string("status") == "draft", try yaml.string("type") == draft.type.description else {
                throw yaml.error("a draft has 'status: draft' and 'type: \(draft.type)'")
            }
            return draft
        }
        guard let id = SampleID(try yaml.string("id")), id.description == folder.lastPathComponent else {
            throw yaml.error("'id' has to be the folder's name, \(folder.lastPathComponent)")
        }
        return id
    }

    private func text(_ file: String) throws -> String {
        do {
            return try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        } catch {
            throw UserError("\(name)/\(file): cannot be read as UTF-8 text", remedy: "every sample needs this file")
        }
    }

    private func prose(_ file: String) throws -> String {
        let content = try text(file).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !content.isEmpty else { throw UserError("\(name)/\(file): is empty") }
        return content
    }

    private func hardness(_ text: String, _ yaml: YAMLReader) throws -> Hardness {
        guard let hardness = Hardness(rawValue: text) else {
            let all = Hardness.allCases.map(\.rawValue).joined(separator: ", ")
            throw yaml.error("'hard-by' is '\(text)'; there are \(all), and a standard sample has none")
        }
        return hardness
    }

    /// `def f(a, b)`, `class C`, `async def g()`, or a bare name such as `app`.
    private func entryPoint(_ signature: String, _ yaml: YAMLReader) throws -> EntryPoint {
        let words = signature.split(whereSeparator: { $0 == " " || $0 == "(" || $0 == ":" })
        let keywords: Set<Substring> = ["async", "def", "class"]
        guard let name = words.first(where: { !keywords.contains($0) }), name.first?.isNumber == false else {
            throw yaml.error("'\(signature)' is no entry point; write it as Python does: def f(a, b), class C, app")
        }
        return EntryPoint(name: String(name), signature: signature)
    }

    private func example(_ reader: YAMLReader, mayRaise: Bool) throws -> Example {
        var yaml = reader
        let example = Example(
            given: try yaml.optionalString("given"), setup: try yaml.optionalString("setup"),
            call: try yaml.string("call"), output: try yaml.optionalString("output"),
            raises: try yaml.optionalString("raises"))
        try yaml.finish(known: ["given", "setup", "call", "output", "raises"])
        guard (example.output == nil) != (example.raises == nil) else {
            throw yaml.error("an example has either 'output' or 'raises'")
        }
        guard mayRaise || example.raises == nil else {
            throw yaml.error("only an aware example may have 'raises': how a refusal looks is open in the Problem")
        }
        return example
    }

    private func limits(_ reader: YAMLReader) throws -> SandboxLimits {
        var yaml = reader
        var limits = SandboxLimits()
        if let seconds = try yaml.optionalNumber("cpu-seconds") { limits.cpuSeconds = Int(seconds.rounded(.up)) }
        if let seconds = try yaml.optionalNumber("wall-seconds") { limits.wallSeconds = seconds }
        if let seconds = try yaml.optionalNumber("check-seconds") { limits.checkSeconds = seconds }
        if let size = try yaml.optionalNumber("memory-mib") { limits.memoryMiB = Int(size) }
        if let count = try yaml.optionalNumber("processes") { limits.processes = Int(count) }
        if let count = try yaml.optionalNumber("open-files") { limits.openFiles = Int(count) }
        if let size = try yaml.optionalNumber("disk-mib") { limits.diskMiB = Int(size) }
        try yaml.finish(
            known: [
                "cpu-seconds", "wall-seconds", "check-seconds", "memory-mib", "processes", "open-files", "disk-mib",
            ])
        return limits
    }

    private func variants() throws -> [Variant] {
        let files =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "variants").path)) ?? []
        return try files.filter { $0.hasSuffix(".py") }.sorted().map { file in
            let prefix = file.split(separator: "-").first.map(String.init) ?? ""
            guard let label = Variant.Label(rawValue: prefix) else {
                throw UserError(
                    "\(name)/variants/\(file): the name says no label",
                    remedy: "begin it with secure-, insecure- or incorrect-")
            }
            return Variant(label: label, path: "variants/\(file)", source: try text("variants/\(file)"))
        }
    }
}
