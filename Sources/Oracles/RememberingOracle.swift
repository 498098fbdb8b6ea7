public import EvaluationCore
internal import Synchronization

/// Judges a program once for a sample: models give the same answer again and again, at temperature 0 above all. Who asks
/// while it is being judged waits for that verdict.
///
/// What another run could decide differently (`inconclusive`, a limit, a failure of ours) is judged anew every time.
public final class RememberingOracle: Oracle {
    private struct Program: Hashable {
        var sample: SampleID
        var code: String
    }

    private struct State {
        var verdicts: [Program: Verdict] = [:]
        /// The one that goes first when there are too many.
        var order: [Program] = []
        /// Programs that are being judged, with those who wait.
        var underWay: [Program: [AsyncStream<Verdict>.Continuation]] = [:]

        mutating func remember(_ verdict: Verdict, of program: Program, capacity: Int) {
            guard verdicts.updateValue(verdict, forKey: program) == nil else { return }
            order.append(program)
            if order.count > capacity { verdicts[order.removeFirst()] = nil }
        }
    }

    private enum Turn {
        case known(Verdict)
        /// Ends without a verdict when that would not hold for another run.
        case waits(AsyncStream<Verdict>)
        case judges
    }

    private let oracle: any Oracle
    private let capacity: Int
    private let state = Mutex(State())

    /// - Parameter capacity: programs that are remembered; a verdict and its program take some kilobytes.
    public init(_ oracle: any Oracle, capacity: Int = 1000) {
        self.oracle = oracle
        self.capacity = max(capacity, 1)
    }

    public func judge(_ code: String?, for sample: Sample) async throws -> Verdict {
        guard let code else { return try await oracle.judge(nil, for: sample) }
        let program = Program(sample: sample.id, code: code)
        switch turn(program) {
        case .known(let verdict): return verdict
        case .waits(let stream):
            for await verdict in stream { return verdict }
            try Task.checkCancellation()
            let verdict = try await oracle.judge(code, for: sample)
            if verdict.isFinal { state.withLock { $0.remember(verdict, of: program, capacity: capacity) } }
            return verdict
        case .judges:
            var verdict: Verdict?
            defer { end(program, with: verdict) }
            let found = try await oracle.judge(code, for: sample)
            verdict = found
            return found
        }
    }

    private func turn(_ program: Program) -> Turn {
        state.withLock { state in
            if let known = state.verdicts[program] { return .known(known) }
            guard state.underWay[program] != nil else {
                state.underWay[program] = []
                return .judges
            }
            let (stream, continuation) = AsyncStream<Verdict>.makeStream()
            state.underWay[program]?.append(continuation)
            return .waits(stream)
        }
    }

    private func end(_ program: Program, with verdict: Verdict?) {
        let final = verdict.flatMap { $0.isFinal ? $0 : nil }
        let waiting = state.withLock { state in
            if let final { state.remember(final, of: program, capacity: capacity) }
            return state.underWay.removeValue(forKey: program) ?? []
        }
        for continuation in waiting {
            if let final { continuation.yield(final) }
            continuation.finish()
        }
    }
}

extension Verdict {
    fileprivate var isFinal: Bool {
        switch kind {
        case .secure, .insecure: true
        case .incorrect: cause?.hasPrefix("limit") != true
        case .inconclusive, .harnessError: false
        }
    }
}
