internal import EvaluationCore
internal import Foundation
internal import Glibc
internal import Synchronization

/// One outer sandbox with its supervisor and zygote. Takes one job at a time.
final class Worker: Sendable {
    let description: SandboxDescription
    private let process: SpawnedProcess
    private let channel: FrameChannel
    /// Blocking calls happen here, so that they hold no thread of the concurrency pool.
    private let queue: DispatchQueue
    private let lastJob = Mutex(0)

    private static let secondsToStart = Duration.seconds(90)
    /// Beyond the longest that a job may take: a zygote may have to be started for a new hash seed.
    private static let secondsOfGrace = Duration.seconds(60)
    private static let secondsToEnd = Duration.seconds(5)

    private init(
        description: SandboxDescription, process: SpawnedProcess, channel: FrameChannel, queue: DispatchQueue
    ) {
        self.description = description
        self.process = process
        self.channel = channel
        self.queue = queue
    }

    deinit {
        // The hang-up is what ends the guard, and the guard is what has to be waited for.
        let (process, channel) = (process, channel)
        queue.async {
            channel.abort()
            process.reap(patience: Self.secondsToEnd)
        }
    }

    /// Starts a worker and waits until it can take jobs.
    /// - Throws: `UserError` when the sandbox cannot start here, `CancellationError`.
    static func start(_ folder: RuntimeFolder, profile: Profile, level: SandboxLevel?) async throws -> Worker {
        let (hostEnd, workerEnd) = try SpawnedProcess.socketPair()
        let channel = FrameChannel(owning: hostEnd)
        let process: SpawnedProcess
        do {
            defer { close(workerEnd) }
            process = try SpawnedProcess(
                folder.command(for: profile, level: level), environment: folder.environment, control: workerEnd)
        } catch {
            throw UserError("the sandbox's '\(folder.interpreter)' does not start: \(error.localizedDescription)")
        }
        let queue = DispatchQueue(label: "secucogen.sandbox.worker.\(process.identifier)")
        do {
            let greeting = try await blocking(on: queue, abortedBy: channel) {
                try channel.receive(WorkerGreeting.self, before: .now + secondsToStart)
            }
            return Worker(description: greeting.ready, process: process, channel: channel, queue: queue)
        } catch {
            channel.abort()
            await withCheckedContinuation { continuation in
                queue.async {
                    process.reap(patience: secondsToEnd)
                    continuation.resume()
                }
            }
            try Task.checkCancellation()
            throw StartFailure(errors: process.errorText()).explained
        }
    }

    /// Runs one job. After an error the worker is of no more use.
    /// - Throws: `FrameChannel.Failure`, `CancellationError`.
    func run(_ request: SandboxRequest) async throws -> SolutionAnswer {
        let number = lastJob.withLock { number in
            number += 1
            return number
        }
        let channel = channel
        let answer = try await Self.blocking(on: queue, abortedBy: channel) {
            try channel.send(SolutionJob(request, id: number))
            let deadline = ContinuousClock.now + .seconds(request.limits.longestRun) + Self.secondsOfGrace
            return try channel.receive(SolutionAnswer.self, before: deadline)
        }
        guard answer.id == number else { throw FrameChannel.Failure.garbled }
        return answer
    }

    /// Ends the worker with everything in it, and waits for that.
    func end() async {
        channel.abort()
        let process = process
        await withCheckedContinuation { continuation in
            queue.async {
                process.reap(patience: Self.secondsToEnd)
                continuation.resume()
            }
        }
    }

    private static func blocking<Value: Sendable>(
        on queue: DispatchQueue, abortedBy channel: FrameChannel, _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        let result: Result<Value, any Error> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { continuation.resume(returning: Result(catching: body)) }
            }
        } onCancel: {
            channel.abort()
        }
        try Task.checkCancellation()
        return try result.get()
    }
}
