public import EvaluationCore
internal import Foundation
internal import Synchronization

/// Runs solutions in jailed Python processes, several at a time.
///
/// Warm workers keep a zygote with imported modules and are used again; cold ones serve a single run. A run that fails
/// for a reason of ours is tried once more in a new worker with nothing else going on, and the worker that it failed in is
/// ended: whatever went wrong there, another run must not meet it. Workers start when they are first needed, and
/// end with this value or with the host process, whichever goes first and however it goes.
public final class PythonSandbox: Sandbox {
    public enum Mode: Sendable, Hashable {
        case warm
        /// A new worker for every run.
        case cold
    }

    private let folder: RuntimeFolder
    private let mode: Mode
    private let level: SandboxLevel?
    private let permits: Permits
    private let idle: Mutex<[Worker]> = Mutex([])

    /// - Parameters:
    ///   - workers: runs that may go on at once; the number of cores unless given.
    ///   - level: this and no other; nil for the tightest that the machine allows. Every result says which it was.
    public init(folder: RuntimeFolder, workers: Int? = nil, mode: Mode = .warm, level: SandboxLevel? = nil) {
        self.folder = folder
        self.mode = mode
        self.level = level
        permits = Permits(max(1, workers ?? ProcessInfo.processInfo.activeProcessorCount))
    }

    public func describe() async throws -> SandboxDescription {
        try await permits.with(1) {
            let worker = try await takeWorker()
            let description = worker.description
            await giveBack(worker)
            return description
        }
    }

    /// Runs the request's checks.
    ///
    /// When the solution's process ends too soon, each check whose turn had not come is run in a process of its own, as
    /// long as its outcome can change anything; ending, limit and detail stay those of the first process. A check that
    /// struck a limit is run once more, alone and with nothing else going on, and that counts.
    public func run(_ request: SandboxRequest) async throws -> SandboxResult {
        var result = try await runTogether(request)
        if RemainingChecks.isStruckBeforeAll(result) {
            result = try await runTogether(request, apart: true)
        }
        var tried: Set<String> = []
        while let name = RemainingChecks.struck(in: result, tried: tried) {
            var alone = request
            alone.only = [name]
            result.merge(try await runTogether(alone, apart: true), of: name)
            tried.insert(name)
        }
        while let name = RemainingChecks.next(in: result, of: request, tried: tried) {
            var alone = request
            alone.only = [name]
            result.merge(try await runTogether(alone), of: name)
            if RemainingChecks.struck(in: result, tried: tried) == name {
                result.merge(try await runTogether(alone, apart: true), of: name)
            }
            tried.insert(name)
        }
        return result
    }

    /// Runs the request's checks in one process; what would come after its end is `notRun`.
    /// - Parameter apart: whether nothing else may go on meanwhile.
    private func runTogether(_ request: SandboxRequest, apart: Bool = false) async throws -> SandboxResult {
        let planned = PlannedChecks(request)
        let first = try await permits.with(apart ? permits.total : 1) { try await runOnAnyWorker(request) }
        if case .answered(let result) = first { return result.checked(against: planned) }
        let second = try await permits.with(permits.total) { try await runOnAnyWorker(request) }
        return second.result.checked(against: planned)
    }

    /// Ends all workers that have nothing to do and waits for them.
    public func shutDown() async {
        let workers = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for worker in workers { await worker.end() }
    }

    /// What came of one try.
    private enum Try: Sendable {
        case answered(SandboxResult)
        /// Worth another try.
        case failed(SandboxResult)

        var result: SandboxResult {
            switch self {
            case .answered(let result), .failed(let result): result
            }
        }
    }

    private func runOnAnyWorker(_ request: SandboxRequest) async throws -> Try {
        let worker = try await takeWorker()
        do {
            let answer = try await worker.run(request)
            if answer.result.ending == .harnessError {
                await worker.end()
            } else {
                await giveBack(worker)
            }
            return answer.isInfrastructureFailure ? .failed(answer.result) : .answered(answer.result)
        } catch let failure as FrameChannel.Failure {
            await worker.end()
            return .failed(
                SandboxResult(
                    ending: .harnessError, detail: "the worker was lost (\(failure))", checks: [],
                    level: worker.description.level))
        } catch {
            await worker.end()
            throw error
        }
    }

    private func takeWorker() async throws -> Worker {
        if let known = idle.withLock({ $0.popLast() }) { return known }
        return try await Worker.start(folder, profile: mode == .cold ? .bare : .standard, level: level)
    }

    private func giveBack(_ worker: Worker) async {
        if mode == .cold {
            await worker.end()
        } else {
            idle.withLock { $0.append(worker) }
        }
    }
}
