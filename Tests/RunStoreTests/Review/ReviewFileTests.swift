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

    @Test func `a review that could not be made whole leaves nothing behind`() async throws {
        try await withTemporaryFolder { folder in
            let place = folder.appending(path: "a.review")
            let draw = ReviewDraw([(item(1), [source(1)])], plan: ReviewPlan())
            #expect(throws: (any Error).self) {
                try ReviewFile(
                    creating: place, plan: ReviewPlan(), datasetDigest: "", draw: draw,
                    assignments: ["ada": ["no such item"]])
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left == [])
        }
    }

    @Test func `a judgement that was taken survives the end of its process`() async throws {
        try await withTemporaryFolder { folder in
            try review(in: folder).submit(said(.secure, of: "item-1"), rater: "ada")
            // A review at rest is one file.
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.review"])
            let opened = try ReviewFile(opening: folder.appending(path: "a.review"))
            try opened.beginServing()
            try opened.submit(said(.insecure, of: "item-1"), rater: "ada")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count > 1)
            // Who looks at the file meanwhile sees what was said.
            let other = try ReviewFile(opening: folder.appending(path: "a.review"))
            #expect(try other.judgements()["ada"]?["item-1"]?.verdict == .insecure)
            try other.submit(said(.secure, of: "item-1"), rater: "ben")
            withExtendedLifetime(other) {}
            try opened.submit(said(.secure, of: "item-2"), rater: "ada")
            #expect(try opened.judgements()["ben"]?.count == 1)
        }
    }

    @Test func `what was said already is not kept twice, and a clock that was put back overturns nothing`() async throws
    {
        try await withTemporaryFolder { folder in
            let review = try review(in: folder)
            let copy = folder.appending(path: "copy.review")
            try FileManager.default.copyItem(at: review.url, to: copy)
            let start = Date(timeIntervalSince1970: 1000)
            for date in [start, start, start + 5] {
                try review.submit(said(.secure, of: "item-1"), rater: "ada", date: date)
            }
            try review.submit(said(.incorrect, of: "item-1"), rater: "ada", date: start - 100)
            try review.submit(said(.insecure, of: "item-1"), rater: "ada", date: start - 200)
            try review.submit(["item-2": nil], rater: "ada", date: start)
            #expect(try review.judgements()["ada"]?["item-1"]?.verdict == .insecure)
            #expect(try review.judgements(of: "ada").map(\.verdict) == [.insecure])
            #expect(try ReviewFile(opening: copy).merge(review) == 3)
        }
    }

    @Test func `what one rater said comes in the order in which it was said`() async throws {
        try await withTemporaryFolder { folder in
            let review = try review(in: folder)
            for (item, number) in [("item-2", 1), ("item-1", 2), ("item-2", 3)] {
                try review.submit(
                    said(number == 3 ? .secure : .insecure, of: item), rater: "ada",
                    date: Date(timeIntervalSince1970: Double(number)))
            }
            try review.submit(said(.incorrect, of: "item-1"), rater: "ben")
            #expect(try review.judgements(of: "ada").map(\.item) == ["item-1", "item-2"])
            try review.submit(["item-1": nil], rater: "ada")
            #expect(try review.judgements(of: "ada").map(\.item) == ["item-2"])
        }
    }

    @Test func `a link holds for its owner until another is made or it is taken back`() async throws {
        try await withTemporaryFolder { folder in
            let review = try review(in: folder)
            let people = [ReviewPerson.rater("ada"), .rater("ben"), .adjudicator("ada")]
            let tokens = try people.map { try review.invite($0) }
            #expect(Set(tokens).count == 3 && tokens.allSatisfy { $0.count == 32 })
            #expect(try tokens.map { try review.person(withToken: $0) } == people)
            #expect(try Set(review.invited()) == Set(people))
            let bytes = try Data(contentsOf: review.url)
            for token in tokens { #expect(bytes.range(of: Data(token.utf8)) == nil, "the file tells a token") }
            let another = try review.invite(people[0])
            #expect(try review.person(withToken: tokens[0]) == nil)
            #expect(try review.person(withToken: another) == people[0])
            #expect(try review.revoke(people[2]))
            #expect(try review.person(withToken: tokens[2]) == nil)
            #expect(try review.person(withToken: tokens[1]) == people[1])
            #expect(try !review.revoke(people[2]))
            #expect(throws: UserError.self) { try review.invite(.rater("eve")) }
        }
    }

    private func decision(_ verdict: Judgement.Verdict, _ item: String, _ phase: Decision.Phase = .blind) -> Decision {
        Decision(item: item, phase: phase, verdict: verdict, reason: .ratersSlip, note: "why")
    }

    @Test func `decisions are kept by phase; the last counts, can be taken back, and is merged`() async throws {
        try await withTemporaryFolder { folder in
            let review = try review(in: folder)
            let copy = folder.appending(path: "copy.review")
            try FileManager.default.copyItem(at: review.url, to: copy)
            let start = Date(timeIntervalSince1970: 1000)
            try review.decide(decision(.secure, "item-1"), of: "item-1", in: .blind, by: "eve", date: start)
            try review.decide(decision(.incorrect, "item-1"), of: "item-1", in: .blind, by: "eve", date: start - 1)
            try review.decide(
                decision(.secure, "item-1", .withChecks), of: "item-1", in: .withChecks, by: "eve", date: start)
            try review.decide(decision(.secure, "item-2"), of: "item-2", in: .blind, by: "eve", date: start)
            try review.decide(nil, of: "item-2", in: .blind, by: "eve", date: start + 1)
            #expect(
                try review.decisions() == [
                    .blind: ["item-1": decision(.incorrect, "item-1")],
                    .withChecks: ["item-1": decision(.secure, "item-1", .withChecks)],
                ])
            #expect(throws: UserError.self) {
                try review.decide(decision(.secure, "x"), of: "x", in: .blind, by: "eve", date: start)
            }
            let other = try ReviewFile(opening: copy)
            #expect(try other.merge(review) == 5)
            #expect(try other.decisions() == review.decisions())
        }
    }

    @Test func `items are in dispute once all have judged them, and against the checks once they are settled`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let review = try review(in: folder)
            func state() throws -> (blind: [String], withChecks: [String], settled: [String: Judgement.Verdict]) {
                let disputes = try Disputes(review)
                return (
                    disputes.items[.blind]!.map(\.id), disputes.items[.withChecks]!.map(\.id), disputes.settled
                )
            }
            // Nobody was given the third item; the checks say insecure of all.
            try review.submit(said(.secure, of: "item-1"), rater: "ada")
            #expect(try state() == ([], [], [:]))
            try review.submit(said(.insecure, of: "item-1"), rater: "ben")
            #expect(try state() == (["item-1"], [], [:]))
            #expect(try !Disputes(review).isUnblinded)
            try review.submit(said(.secure, of: "item-2"), rater: "ada")
            #expect(try state() == (["item-1"], ["item-2"], ["item-2": .secure]))
            try review.decide(decision(.incorrect, "item-1"), of: "item-1", in: .blind, by: "eve")
            #expect(try state() == (["item-1"], ["item-1", "item-2"], ["item-1": .incorrect, "item-2": .secure]))
            #expect(try Disputes(review).isUnblinded)
            try review.decide(decision(.cannotTell, "item-1"), of: "item-1", in: .blind, by: "eve")
            #expect(try state().settled == ["item-2": .secure])
            try review.submit(said(.cannotTell, of: "item-1"), rater: "ben")
            #expect(try state() == ([], ["item-1", "item-2"], ["item-1": .secure, "item-2": .secure]))
        }
    }

    @Test func `one more rater gets all items, or what somebody left, and a merge knows them`() async throws {
        try await withTemporaryFolder { folder in
            let review = try review(in: folder)
            let copy = folder.appending(path: "copy.review")
            try FileManager.default.copyItem(at: review.url, to: copy)
            try review.submit(said(.secure, of: "item-2"), rater: "ada")
            #expect(try review.assign("carl", insteadOf: "ada") == 1)
            #expect(try review.items(of: "carl") == [item(1)])
            #expect(try review.items(of: "ada") == [item(2)])
            #expect(try review.assign("dora") == 3)
            #expect(Set(try review.items(of: "dora").map(\.id)) == ["item-1", "item-2", "item-3"])
            for (rater, predecessor) in [("dora", nil), ("fay", "ada"), ("fay", "nobody")] {
                #expect(throws: UserError.self) { try review.assign(rater, insteadOf: predecessor) }
            }
            // Who has the items already only lets somebody off.
            #expect(try review.assign("dora", insteadOf: "ben") == 0)
            #expect(try review.items(of: "ben").isEmpty)
            try review.submit(said(.secure, of: "item-1"), rater: "carl")
            let other = try ReviewFile(opening: copy)
            #expect(try other.merge(review) == 2)
            #expect(try other.raters() == ["ada", "ben", "carl", "dora"])
            #expect(try other.judgements() == review.judgements())
            #expect(try other.merge(review) == 0)
        }
    }
}
