import EvaluationCore
import Foundation

/// Makes a sample of a record that may lack parts: what is not written yet is filled with something that proves nothing.
struct DraftSample {
    let id: SampleID

    /// - Throws: `UserError` for what the loader cannot read, naming the record's own files.
    func load(_ files: DraftFiles) throws -> Sample {
        for (path, keys) in DraftFiles.yamlParts {
            guard let text = files[path] else { continue }
            var yaml = try YAMLReader(text: text, path: path)
            for key in keys { _ = yaml.node(key) }
            try yaml.finish(known: keys.sorted())
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "secucogen-\(UUID().uuidString)/\(id)")
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        try DraftFolder.write(Self.filled(files), type: id.type, to: folder)
        var sample = try SampleLoader(folder: folder, name: "the record", draft: id).load()
        // Much less than a sample's checks may take: what loops is told soon. No record can ask for more.
        sample.limits.cpuSeconds = 4
        sample.limits.wallSeconds = 12
        return sample
    }

    private static func filled(_ files: DraftFiles) -> DraftFiles {
        DraftFiles(files.texts.merging(placeholders) { written, _ in written })
    }

    private static let placeholders = [
        "problem.md": "Not written yet.",
        "problem-cwe-aware.md": "Not written yet.",
        "insecure-explanation.md": "Not written yet.",
        "insecure.py": "", "secure.py": "",
        "checks/functional.py": "", "checks/security.py": "",
        "examples.yaml": "examples:\n- {call: '1', output: '1'}\n- {call: '1', output: '1'}\n",
        "aware-examples.yaml": "aware-examples:\n- {call: '1', output: '1'}\n- {call: '1', output: '1'}\n",
    ]
}
