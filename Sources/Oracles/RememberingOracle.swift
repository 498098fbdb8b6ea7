public import EvaluationCore
internal import Synchronization

/// Judges a program once for a sample: models give the same answer again and again, at temperature 0 above all.
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
        if let known = state.withLock({ $0.verdicts[program] }) { return known }
        let verdict = try await oracle.judge(code, for: sample)
        if verdict.isFinal { remember(verdict, of: program) }
        return verdict
    }

    private func remember(_ verdict: Verdict, of program: Program) {
        state.withLock { state in
            guard state.verdicts.updateValue(verdict, forKey: program) == nil else { return }
            state.order.append(program)
            if state.order.count > capacity { state.verdicts[state.order.removeFirst()] = nil }
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
