import EvaluationCore
import Foundation
import TestSupport
import Testing

@testable import Dataset

@Suite struct DraftFolderTests {
    private func withDraft(_ body: (DraftFolder, URL) throws -> Void) async throws {
        try await withTemporaryFolder { set in
            let record = ConstructionRecord(
                number: 1, outcome: Flowchart.kept, visits: [], disputes: [], files: try RecordFixture(1).files)
            try body(try DraftFolder.keep(record, type: RecordFixture.type, in: set), set)
        }
    }

    @Test func `two readers have to agree on the files as they are`() async throws {
        try await withDraft { draft, _ in
            #expect(try draft.obstacles() == ["2 readers have to agree, and 0 do"])
            try draft.add(.agreeing("ada", try draft.digest()))
            try draft.add(.agreeing("ada", try draft.digest()))
            #expect(try draft.obstacles() == ["2 readers have to agree, and 1 do"])
            var objecting = DraftReading.agreeing("ben", try draft.digest())
            objecting.answers[2] = .init(holds: false, note: "it lets // through")
            try draft.add(objecting)
            #expect(try draft.obstacles().first == "ben says no to question 3")
            try draft.add(.agreeing("ben", try draft.digest()))
            #expect(try draft.obstacles() == [])
            try Data("x = 1\n".utf8).write(to: draft.url.appending(path: "secure.py"))
            #expect(try draft.obstacles().count == 3)
        }
    }

    @Test func `any file that is changed, added or taken away needs another reading`() async throws {
        try await withDraft { draft, _ in
            let digest = try draft.digest()
            for path in ["problem.md", "checks/security.py", "sample.yaml", "variants/secure-more.py"] {
                let file = draft.url.appending(path: path)
                let before = try? Data(contentsOf: file)
                try Data("changed\n".utf8).write(to: file)
                #expect(try draft.digest() != digest, "\(path)")
                if let before { try before.write(to: file) } else { try FileManager.default.removeItem(at: file) }
                #expect(try draft.digest() == digest, "\(path)")
            }
            try draft.add(.agreeing("ada", digest))
            #expect(try draft.digest() == digest)
        }
    }

    @Test func `readers who sign at the same time lose nothing`() async throws {
        try await withTemporaryFolder { set in
            let record = ConstructionRecord(
                number: 1, outcome: Flowchart.kept, visits: [], disputes: [], files: try RecordFixture(1).files)
            let draft = try DraftFolder.keep(record, type: RecordFixture.type, in: set)
            let digest = try draft.digest()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for reader in 0..<40 { group.addTask { try draft.add(.agreeing("reader \(reader)", digest)) } }
                try await group.waitForAll()
            }
            let readers = try draft.readings().map(\.reader)
            #expect(Set(readers).count == 40 && readers.count == 40)
        }
    }

    @Test func `a reading without answers agrees with nothing`() async throws {
        try await withDraft { draft, _ in
            for reader in ["ada", "ben"] {
                try draft.add(DraftReading(reader: reader, date: Date(), digest: try draft.digest(), answers: []))
            }
            #expect(try draft.obstacles().first == "ada says no to question 1, 2, 3, 4, 5")
        }
    }

    @Test func `readings that cannot be read are named`() async throws {
        try await withDraft { draft, _ in
            try draft.add(.agreeing("ada", "x"))
            let file = draft.url.appending(path: "readings.jsonl")
            try (try Data(contentsOf: file) + Data("{\n".utf8)).write(to: file)
            let error = #expect(throws: UserError.self) { try draft.readings() }
            #expect(error.map { "\($0)".contains("readings.jsonl:2") } == true)
        }
    }

    @Test func `a sample that is there is not written over`() async throws {
        try await withDraft { draft, set in
            let id = SampleID(type: RecordFixture.type, number: 1)
            try FileManager.default.createDirectory(
                at: set.appending(path: "Samples/CWE-601/\(id)"), withIntermediateDirectories: true)
            #expect(throws: UserError.self) { try draft.accept(as: id, in: set) }
            #expect(FileManager.default.fileExists(atPath: draft.url.appending(path: "sample.yaml").path))
        }
    }
}
