import EvaluationCore
import Foundation
import ModelClients
import Testing

/// Replies that are changed in their structure, encoding and headers: each ends as an answer or with a reason.
@Suite struct ReplyFuzzTests {
    /// What may come of any reply.
    private func check(_ outcome: Result<ModelAnswer, any Error>, _ mutant: Mutant) {
        switch outcome {
        case .success(let answer):
            let key = AttemptKey(sample: SampleID("CWE-89_01")!, task: .generate)
            let isEmpty = answer.text.allSatisfy(\.isWhitespace)
            let cause = Attempt(key: key, promptDigest: "", outcome: .answered(answer)).causeOfNoCode
            #expect(isEmpty == (cause != "no-code"), "\(mutant)")
            // Nothing says that an empty answer is whole but a reason for its end, or thought before it.
            if isEmpty { #expect(answer.finish != .unknown || answer.reasoning != nil, "\(mutant)") }
            for count in [answer.usage.input, answer.usage.output] {
                #expect(count.map { $0 >= 0 } ?? true, "\(mutant)")
            }
        case .failure(let error):
            let words = (error as? ReplyFault)?.message ?? (error as? ModelError)?.description ?? ""
            #expect(!words.isEmpty, "\(error) \(mutant)")
            #expect(!words.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(words)")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `twelve thousand replies are each an answer or a reason`(_ dialect: Dialect) {
        var random = ReplyRandom(state: 20)
        var answers = 0
        for _ in 0..<4000 {
            let mutant = Mutant.make(dialect, &random)
            let reply = HTTPReply(status: mutant.status, contentType: mutant.type, body: mutant.body)
            do throws(ReplyFault) {
                let answer = try dialect.read(reply)
                answers += 1
                check(.success(answer), mutant)
            } catch {
                check(.failure(error), mutant)
            }
        }
        // Neither is everything taken nor everything thrown away.
        #expect((400..<3600).contains(answers), "\(answers)")
    }

    @Test(.timeLimit(.minutes(3)), arguments: Dialect.allCases)
    func `a hundred replies through a socket are each an answer or a reason`(_ dialect: Dialect) async throws {
        var random = ReplyRandom(state: 7)
        let mutants = (0..<100).map { _ in Mutant.make(dialect, &random) }
        let server = MockServer.shared
        for (number, mutant) in mutants.enumerated() {
            try await server.script(
                "fuzz-\(dialect)-\(number)",
                [
                    Reply(
                        status: mutant.status, type: mutant.type ?? "", headers: mutant.headers, bytes: mutant.body)
                ])
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, mutant) in mutants.enumerated() {
                group.addTask {
                    let limits = TimeLimits(firstByte: .seconds(3), whole: .seconds(3))
                    do {
                        let answer = try await dialect.answer(
                            from: "scripted:always:fuzz-\(dialect)-\(number)", retries: 1, limits: limits)
                        check(.success(answer), mutant)
                    } catch {
                        check(.failure(error), mutant)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
