import EvaluationCore
public import Foundation

/// The Python side of the dataset's upkeep (`Runtime/dataset_tools`): it parses and rewrites samples, and runs none.
public struct DatasetTools: Sendable {
    let python: URL
    let runtime: URL

    /// - Parameters:
    ///   - python: an interpreter of at least 3.11.
    ///   - runtime: the folder that holds `dataset_tools`.
    public init(python: URL, runtime: URL) {
        self.python = python
        self.runtime = runtime
    }

    /// A program made from a sample, and the verdict it must get.
    struct Mutant: Decodable, Sendable {
        var name: String
        var source: String
        var expect: Verdict.Kind
    }

    struct Programs: Decodable, Sendable {
        var mutants: [Mutant] = []
        /// By path or mutant's name; equal for programs that differ in layout and comments alone.
        var digests: [String: String] = [:]
    }

    struct Complaint: Decodable, Sendable {
        var path: String
        var line: Int
        var message: String
    }

    func programs(of samples: [Sample]) async throws -> [SampleID: Programs] {
        try await answer("programs", for: samples)
    }

    func complaints(about samples: [Sample]) async throws -> [SampleID: [Complaint]] {
        try await answer("inspect", for: samples)
    }

    private func answer<Answer: Decodable & Sendable>(_ command: String, for samples: [Sample]) async throws
        -> [SampleID: Answer]
    {
        let request = try JSONEncoder().encode(ToolRequest(samples: samples.map(ToolSample.init)))
        let output = try await Task.detached { try self.run(command, input: request) }.value
        let answers = try JSONDecoder().decode([String: Answer].self, from: output)
        return Dictionary(
            uniqueKeysWithValues: answers.compactMap { id, answer in SampleID(id).map { ($0, answer) } })
    }

    private func run(_ command: String, input: Data) throws -> Data {
        // Files rather than pipes: the request may be larger than a pipe holds while the answer is being written.
        let folder = FileManager.default.temporaryDirectory.appending(path: "secucogen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (request, answer, errors) = (
            folder.appending(path: "request"), folder.appending(path: "answer"), folder.appending(path: "errors")
        )
        try input.write(to: request)
        let code: Int32
        do {
            code = try WaitedProgram.run(
                [
                    python.path, "-c",
                    "import sys; sys.path.insert(0, sys.argv.pop(1)); import runpy; "
                        + "runpy.run_module('dataset_tools', run_name='__main__', alter_sys=False)", runtime.path,
                    command,
                ],
                environment: ["PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"],
                input: request, output: answer, errors: errors)
        } catch {
            throw UserError("\(python.path): cannot be started", remedy: "'secucogen setup' makes this interpreter")
        }
        guard code == 0 else {
            let text = String(decoding: (try? Data(contentsOf: errors)) ?? Data(), as: UTF8.self)
            throw UserError("dataset_tools \(command) failed: \(text.split(separator: "\n").last ?? "no message")")
        }
        return try Data(contentsOf: answer)
    }
}

private struct ToolRequest: Encodable {
    var samples: [ToolSample]
}

private struct ToolSample: Encodable {
    struct File: Encodable {
        var path: String
        var source: String
    }

    var id: String
    var problem: String
    var entry_points: [EntryPoint]
    var packages: [String]
    var examples: [Example]
    var files: [File]

    init(_ sample: Sample) {
        id = sample.id.description
        problem = sample.problem
        entry_points = sample.entryPoints
        packages = sample.packages
        examples = sample.examples
        files =
            [
                File(path: "secure.py", source: sample.secureCode),
                File(path: "insecure.py", source: sample.insecureCode),
            ]
            + sample.variants.map { File(path: $0.path, source: $0.source) }
            + sample.checks.map { File(path: $0.path, source: $0.source) }
    }
}
