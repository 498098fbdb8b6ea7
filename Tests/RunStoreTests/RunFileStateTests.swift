import EvaluationCore
import Foundation
import GRDB
import RunStore
import TestSupport
import Testing

/// A run is one file when nobody works on it, and is read wherever it lies.
@Suite struct RunFileStateTests {
    private func make(_ url: URL) throws -> RunFile { try RunFileTests.open(url) }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func `closing leaves one file, and reading it leaves one`() async throws {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "a.run")
            let file = try make(url)
            try await RunFileRecorder(file, scorer: "s").record([RunFileTests.attempt(0)])
            #expect(try names(folder).contains("a.run-wal"))
            file.close()
            #expect(try names(folder) == ["a.run"])
            #expect(try RunFile(reading: url).results().attempts.count == 1)
            #expect(try names(folder) == ["a.run"])
        }
    }

    @Test func `a run that was killed is folded when it is read the next time, and nothing is lost`() async throws {
        try await withTemporaryFolder { folder in
            let killed = folder.appending(path: "b.run")
            let file = try make(folder.appending(path: "a.run"))
            try await RunFileRecorder(file, scorer: "s").record([RunFileTests.attempt(0)])
            // What the disk holds at this moment is what a kill leaves.
            for suffix in ["", "-wal", "-shm"] {
                try FileManager.default.copyItem(atPath: folder.path + "/a.run" + suffix, toPath: killed.path + suffix)
            }
            #expect(try RunFile(reading: killed).results().attempts.count == 1)
            #expect(!(try names(folder)).contains { $0.hasPrefix("b.run-") })
            file.close()
        }
    }

    @Test func `a run that was killed while its file was made is made anew`() async throws {
        try await withTemporaryFolder { folder in
            for (name, left) in [("a.run", Data()), ("b.run.new", Data("half a database".utf8))] {
                try left.write(to: folder.appending(path: name))
            }
            for name in ["a.run", "b.run"] {
                let file = try make(folder.appending(path: name))
                #expect(try file.plan() == RunFileTests.open(folder.appending(path: "c.run")).plan())
                file.close()
            }
            #expect(try names(folder) == ["a.run", "b.run", "c.run"])
        }
    }

    @Test(arguments: [false, true])
    func `a run whose kill left a change half done is read as it was before`(canWrite: Bool) async throws {
        try await withTemporaryFolder { folder in
            let file = try make(folder.appending(path: "a.run"))
            try await RunFileRecorder(file, scorer: "s").record([RunFileTests.attempt(0)])
            file.close()
            let killed = folder.appending(path: "killed")
            try FileManager.default.createDirectory(at: killed, withIntermediateDirectories: true)
            // With one page of memory SQLite must write to the file before the change is complete.
            let writer = try DatabaseQueue(path: file.url.path)
            try await writer.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN")
                for number in 0..<200 {
                    try database.execute(
                        sql: "INSERT INTO run (key, value) VALUES (?, ?)",
                        arguments: ["\(number)", String(repeating: "x", count: 5000)])
                }
                for suffix in ["", "-journal"] {
                    try FileManager.default.copyItem(
                        atPath: file.url.path + suffix, toPath: killed.path + "/a.run" + suffix)
                }
                try database.execute(sql: "ROLLBACK")
            }
            try FileManager.default.setAttributes(
                [.posixPermissions: canWrite ? 0o755 : 0o555], ofItemAtPath: killed.path)
            let read = try RunFile(reading: killed.appending(path: "a.run"))
            #expect(try read.results().attempts.count == 1)
            read.close()
            #expect(try names(killed).count == (canWrite ? 1 : 2) || getuid() == 0)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: killed.path)
        }
    }

    @Test func `a copy of a run at work without its log is named as that`() async throws {
        try await withTemporaryFolder { folder in
            let file = try make(folder.appending(path: "a.run"))
            try await RunFileRecorder(file, scorer: "s").record([RunFileTests.attempt(0)])
            let copy = folder.appending(path: "copy.run")
            try FileManager.default.copyItem(at: file.url, to: copy)
            for open in [{ try RunFile(reading: copy) }, { try RunFile(scoring: copy) }] {
                let error = #expect(throws: UserError.self) { _ = try open() }
                #expect(try #require(error).description.contains("without copy.run-wal"))
            }
            file.close()
        }
    }

    @Test func `a run at work is read beside its writer`() async throws {
        try await withTemporaryFolder { folder in
            let file = try make(folder.appending(path: "a.run"))
            try await RunFileRecorder(file, scorer: "s").record([RunFileTests.attempt(0)])
            #expect(try RunFile(reading: file.url).results().attempts.count == 1)
            try await RunFileRecorder(file, scorer: "s").record([RunFileTests.attempt(1)])
            #expect(try RunFile(reading: file.url).results().attempts.count == 2)
        }
    }

    @Test func `a damaged file and a foreign database are told in one line`() async throws {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "a.run")
            try make(url).close()
            var bytes = try Data(contentsOf: url)
            for index in stride(from: 100, to: bytes.count, by: 3) { bytes[index] = 0xFF }
            try bytes.write(to: url)
            let error = #expect(throws: UserError.self) { _ = try RunFile(reading: url).results() }
            let text = try #require(error).description
            #expect(!text.contains("SQL") && !text.contains("\n"), "\(text)")
        }
    }
}
