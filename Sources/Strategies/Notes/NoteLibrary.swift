internal import EvaluationCore
public import Foundation

/// A note on secure coding.
public struct CodingNote: Sendable, Hashable {
    /// The file's name: `CWE-89`.
    public var id: String
    public var title: String
    /// Words and phrases of everyday tasks that the note is for, in lower case.
    public var cues: [String]
    /// Markdown.
    public var text: String

    public init(id: String, title: String, cues: [String], text: String) {
        self.id = id
        self.title = title
        self.cues = cues
        self.text = text
    }
}

/// The notes on secure coding, and which of them fit a task.
public struct NoteLibrary: Sendable {
    public let notes: [CodingNote]
    private let index: CueIndex

    public init(_ notes: [CodingNote]) {
        self.notes = notes
        index = CueIndex(notes.map(\.cues))
    }

    /// Reads a folder of files like `CWE-89.md`: `# Title`, `cues: …`, an empty line, the text.
    ///
    /// - Throws: `UserError` that names file and line.
    public init(folder: URL) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = names.filter { $0.hasPrefix("CWE-") && $0.hasSuffix(".md") }.sorted()
        guard !files.isEmpty else {
            throw UserError("\(folder.path): holds no notes", remedy: "check secucogen's own folder (--home)")
        }
        self.init(try files.map { try Self.note(folder.appending(path: $0)) })
    }

    private static func note(_ file: URL) throws -> CodingNote {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw UserError("\(file.path): cannot be read as UTF-8 text")
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 3, lines[0].hasPrefix("# "), lines[1].hasPrefix("cues: "), lines[2].isEmpty else {
            throw UserError(
                "\(file.path): begins otherwise than a note does",
                remedy: "line 1 is '# Title', line 2 'cues: word, word', line 3 is empty")
        }
        let cues = lines[1].dropFirst(6).split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        return CodingNote(
            id: file.deletingPathExtension().lastPathComponent, title: String(lines[0].dropFirst(2)),
            cues: cues.filter { !$0.isEmpty }.map { $0.lowercased() },
            text: lines[3...].joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// The notes that fit a task's text best, the best first; those that nothing in it speaks for are left out.
    public func notes(for problem: String, most count: Int) -> [CodingNote] {
        index.ranked(problem).prefix(count).map { notes[$0] }
    }
}
