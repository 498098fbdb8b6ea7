import EvaluationCore
import Foundation

/// The folder that `secure` writes to: the steps as they are made, and everything else at the end.
struct SecuredFolder {
    private let folder: URL
    private var steps: URL { folder.appending(path: "steps.json") }

    init(_ folder: URL) { self.folder = folder }

    /// The steps of an earlier try that did not come to its end; none in a new or an empty folder.
    ///
    /// - Throws: `UserError` when anything else is in it: nothing is written over.
    func begun() throws -> [AttemptStep] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        if names == [] { return [] }
        guard names == [steps.lastPathComponent], let data = try? Data(contentsOf: steps),
            let begun = try? JSONDecoder().decode([AttemptStep].self, from: data)
        else {
            throw UserError("\(folder.path): is there already, and not empty", remedy: "give another --output")
        }
        return begun
    }

    /// - Throws: `UserError` when the folder cannot be written.
    func keep(_ steps: [AttemptStep]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try explaining {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // At once or not at all: a try that is killed here leaves the steps before it.
            try encoder.encode(steps).write(to: self.steps, options: .atomic)
        }
    }

    func write(_ secured: SecuredProgram) throws {
        try keep(secured.steps)
        try explaining {
            try secured.program.map { try write($0, "solution.py") }
            try secured.tests.map { try write($0, "tests.py") }
            try write(secured.markdown, "report.md")
        }
    }

    private func write(_ text: String, _ name: String) throws {
        try Data((text.hasSuffix("\n") ? text : text + "\n").utf8).write(to: folder.appending(path: name))
    }

    private func explaining(_ body: () throws -> Void) throws {
        do { try body() } catch {
            throw UserError(
                "\(folder.path): cannot be written (\(error.localizedDescription))",
                remedy: "give an --output in a folder that you may write")
        }
    }
}
