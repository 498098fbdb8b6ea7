import EvaluationCore
import Foundation
import Strategies
import TestSupport
import Testing

@Suite struct NoteLibraryTests {
    private static let library = NoteLibrary([
        CodingNote(id: "a", title: "Files", cues: ["file", "folder", "upload"], text: "…"),
        CodingNote(id: "b", title: "Statements", cues: ["table", "order by", "query"], text: "…"),
        CodingNote(id: "c", title: "Threads", cues: ["thread", "file"], text: "…"),
    ])

    @Test(arguments: [
        ("The FILES lie in folders, and each file may be an upload.", ["a", "c"]),
        ("A query over two tables, in the order by which they came", ["b"]),
        ("order: by hand", ["b"]), ("Orders, and by whom", []), ("Nothing of that kind", []), ("", []),
        ("Threads write one file", ["c", "a"]),
    ])
    func `those come first whose cues a text names most, and none whose cues it does not name`(
        text: String, expected: [String]
    ) {
        // `orders by` is no `order by`: only the plural of a word is taken off, on both sides alike.
        #expect(Self.library.notes(for: text, most: 5).map(\.id) == expected)
    }

    @Test func `there is a note for each of the dataset's weaknesses, and it does not name one`() throws {
        let library = try NoteLibrary(folder: repositoryFolder.appending(path: "Dataset/Notes"))
        #expect(library.notes.count == 21)
        for note in library.notes {
            #expect(!note.text.contains("CWE-") && !note.title.contains("CWE"))
            #expect(note.cues.count >= 8)
        }
    }

    @Test(arguments: ["", "Title\ncues: a\n\ntext", "# Title\nwords: a\n\ntext", "# Title\ncues: a\ntext\n"])
    func `a file of another form is refused with its path`(text: String) async throws {
        try await withTemporaryFolder { folder in
            try Data(text.utf8).write(to: folder.appending(path: "CWE-1.md"))
            let error = #expect(throws: UserError.self) { try NoteLibrary(folder: folder) }
            #expect(error?.description.contains("CWE-1.md") == true)
        }
    }
}
