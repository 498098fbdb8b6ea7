import EvaluationCore
import Foundation

/// The folder that `secure` writes to.
struct SecuredFolder {
    private let folder: URL

    init(_ folder: URL) { self.folder = folder }

    /// Before anything is asked: what was paid for must have a place.
    ///
    /// - Throws: `UserError` when something is in it.
    static func checkFree(_ folder: URL) throws {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        guard names?.isEmpty ?? !FileManager.default.fileExists(atPath: folder.path) else {
            throw UserError("\(folder.path): is there already, and not empty", remedy: "give another --output")
        }
    }

    func write(_ secured: SecuredProgram) throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try secured.program.map { try write($0, "solution.py") }
            try secured.tests.map { try write($0, "tests.py") }
            try write(secured.markdown, "report.md")
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            try write(String(decoding: try encoder.encode(secured.steps), as: UTF8.self), "steps.json")
        } catch {
            throw UserError(
                "\(folder.path): cannot be written (\(error.localizedDescription))",
                remedy: "give an --output in a folder that you may write")
        }
    }

    private func write(_ text: String, _ name: String) throws {
        try Data((text.hasSuffix("\n") ? text : text + "\n").utf8).write(to: folder.appending(path: name))
    }
}
