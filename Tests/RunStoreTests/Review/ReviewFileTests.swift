import EvaluationCore
import Foundation
import RunStore
import TestSupport
import Testing

@Suite struct ReviewFileTests {
    private func item(_ number: Int) -> ReviewItem {
        ReviewItem(id: "item-\(number)", sample: SampleID("CWE-89_0\(number)")!, code: "x = '\(number)'\0\n")
    }

    private func source(_ number: Int) -> ReviewSource {
        ReviewSource(
            item: "item-\(number)", run: "a run", model: "a/model",
            key: AttemptKey(sample: SampleID("CWE-89_0\(number)")!, task: .generate), verdict: .insecure)
    }

    private func review(in folder: URL, named name: String = "a.review") throws -> ReviewFile {
        let draw = ReviewDraw((1...3).map { (item($0), [source($0)]) }, plan: ReviewPlan())
        return try ReviewFile(
            creating: folder.appending(path: name), plan: ReviewPlan(), datasetDigest: "digest", draw: draw,
            assignments: ["ada": ["item-2", "item-1"], "ben": ["item-1"]])
    }

    private func said(_ verdict: Judgement.Verdict, of item: String) -> [String: Judgement?] {
        [item: Judgement(item: item, verdict: verdict, confidence: .high, lines: [1], input: "'", note: "a\nb")]
    }

    @Test func `what was drawn comes back, for each rater in their order`() async throws {
        try await withTemporaryFolder { folder in
            _ = try review(in: folder)
            let opened = try ReviewFile(opening: folder.appending(path: "a.review"))
            #expect(try opened.items() == [item(1), item(2), item(3)])
            #expect(try opened.items(of: "ada") == [item(2), item(1)])
            #expect(try opened.items(of: "ben") == [item(1)])
            #expect(try opened.sources() == [source(1), source(2), source(3)])
            #expect(try opened.raters() == ["ada", "ben"])
            #expect(try opened.plan() == ReviewPlan())
            #expect(try opened.datasetDigest() == "digest")
        }
    }

    @Test func `what is said last counts, and can be taken back`() async throws {
        try await withTemporaryFolder { folder in
            let review = try review(in: folder)
            let start = Date(timeIntervalSince1970: 1000)
            try review.submit(said(.secure, of: "item-1"), rater: "ada", date: start)
            try review.submit(said(.insecure, of: "item-1"), rater: "ada", date: start + 1)
            #expect(try review.judgements() == ["ada": ["item-1": said(.insecure, of: "item-1")["item-1"]!!]])
            try review.submit(["item-1": nil], rater: "ada", date: start + 2)
            #expect(try review.judgements()["ada"] == [:])
        }
    }

    @Test func `of items that were not given nothing is taken, nor anything beside them`() async throws {
        try await withTemporaryFolder { folder in
            let review = try review(in: folder)
            let both = said(.secure, of: "item-1").merging(said(.secure, of: "item-2")) { $1 }
            #expect(throws: UserError.self) { try review.submit(both, rater: "ben") }
            #expect(throws: UserError.self) { try review.submit(said(.secure, of: "item-1"), rater: "eve") }
            #expect(try review.judgements().isEmpty)
        }
    }

    @Test func `copies that were worked on apart come together, in any order and more than once`() async throws {
        try await withTemporaryFolder { folder in
            let first = try review(in: folder)
            let copies = try ["b", "c"].map { name in
                let place = folder.appending(path: "\(name).review")
                try FileManager.default.copyItem(at: first.url, to: place)
                return try ReviewFile(opening: place)
            }
            let start = Date(timeIntervalSince1970: 1000)
            try copies[0].submit(said(.insecure, of: "item-1"), rater: "ada", date: start + 5)
            try copies[1].submit(said(.secure, of: "item-1"), rater: "ada", date: start)
            try copies[1].submit(said(.incorrect, of: "item-1"), rater: "ben", date: start)
            #expect(try first.merge(copies[0]) == 1)
            #expect(try first.merge(copies[1]) == 2)
            #expect(try first.merge(copies[1]) == 0)
            #expect(try copies[1].merge(copies[0]) == 1)
            #expect(try first.judgements() == copies[1].judgements())
            #expect(try first.judgements()["ada"]?["item-1"]?.verdict == .insecure)
        }
    }

    @Test func `another review, a run, a text and nothing are no copies`() async throws {
        try await withTemporaryFolder { folder in
            let first = try review(in: folder)
            #expect(throws: UserError.self) { try first.merge(try review(in: folder, named: "other.review")) }
            #expect(throws: UserError.self) { try review(in: folder) }
            let text = folder.appending(path: "text.review")
            try Data("not a database, whatever its name says".utf8).write(to: text)
            #expect(throws: UserError.self) { try ReviewFile(opening: text) }
            #expect(throws: UserError.self) { try ReviewFile(opening: folder.appending(path: "none.review")) }
        }
    }

    @Test func `a judgement that was taken survives the end of its process`() async throws {
        try await withTemporaryFolder { folder in
            try review(in: folder).submit(said(.secure, of: "item-1"), rater: "ada")
            // A review at rest is one file.
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.review"])
        }
    }
}
