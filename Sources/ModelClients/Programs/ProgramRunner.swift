internal import EvaluationCore
internal import Foundation

/// Keeps a program running: starts it when the first request comes, and again when it has ended; sends it no more at once
/// than it says it can take.
actor ProgramRunner {
    private let name: String
    private let command: ProgramCommand
    private let limit: Duration
    private let policy: RetryPolicy
    private let log: ProgramLog
    private let mostAtOnce: Int

    private var process: ProgramProcess?
    /// In a row, without an answer between them.
    private var deaths = 0
    private var number = 0
    private var atOnce = 1
    private var underWay = 0
    private var waiting: [(id: UUID, continuation: CheckedContinuation<Void, any Error>)] = []
    private var isOver = false

    /// - Parameter mostAtOnce: requests that it is given at once, whatever it says.
    init(_ command: ProgramCommand, name: String, mostAtOnce: Int, options: ModelOptions) {
        self.name = name
        self.command = command
        self.mostAtOnce = mostAtOnce
        limit = options.timeLimits.whole
        policy = options.retries
        log = ProgramLog(options.programLog)
    }

    /// - Returns: the line that answers; seconds that it took; and how often the program had to be started again for it.
    /// - Throws: `ModelError` or `CancellationError`.
    func ask(_ request: ModelRequest) async throws -> (line: JSONValue, latency: Double, restarts: Int) {
        try await takePlace()
        defer { givePlace() }
        var restarts = 0
        while true {
            try Task.checkCancellation()
            let process = try running()
            number += 1
            // It says nothing of the sample: a program may pass it on to a model.
            let id = "r\(number)"
            let start = ContinuousClock.now
            do {
                let line = try await withTimeLimit(limit) { try await process.ask(RequestLine(request, id: id)) }
                deaths = 0
                return (line, (ContinuousClock.now - start) / .seconds(1), restarts)
            } catch is TimeLimitExceeded {
                // What it is given next would wait behind this one.
                process.kill("it gave no answer within \(limit.inWords)")
                throw ModelError(.unavailable, "\(name): no answer within \(limit.inWords)\(process.lastWords)")
            } catch let end as ProgramProcess.Ended {
                try note(end, of: process)
                restarts += 1
                try await Task.sleep(for: policy.delay(before: deaths, fraction: .random(in: 0...1)))
            }
        }
    }

    /// Ends the program and all that it has started.
    func end() async {
        isOver = true
        await process?.end()
        process = nil
    }

    private func running() throws -> ProgramProcess {
        guard !isOver else { throw CancellationError() }
        if let process, !process.hasEnded { return process }
        let started = try ProgramProcess(command, log: log) { [weak self] count in
            Task { await self?.takes(count) }
        }
        process = started
        return started
    }

    /// Several requests may meet the same end; it counts once.
    private func note(_ end: ProgramProcess.Ended, of ended: ProgramProcess) throws {
        if ended === process {
            process = nil
            deaths += 1
        }
        let words = "\(name): the program \(end.words)\(ended.lastWords)"
        if end.wasNeverFound { throw ModelError(.misconfigured, words) }
        guard deaths <= policy.retries else { throw ModelError(.unavailable, words, endsRun: true) }
    }

    private func takes(_ count: Int) {
        atOnce = max(1, min(count, mostAtOnce))
        letThrough()
    }

    /// - Throws: `CancellationError`.
    private func takePlace() async throws {
        if underWay < atOnce, waiting.isEmpty {
            underWay += 1
            return
        }
        let id = UUID()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
                waiting.append((id, continuation))
            }
        } onCancel: {
            Task { await self.giveUp(id) }
        }
    }

    private func giveUp(_ id: UUID) {
        guard let place = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: place).continuation.resume(throwing: CancellationError())
    }

    private func givePlace() {
        underWay -= 1
        letThrough()
    }

    private func letThrough() {
        while underWay < atOnce, !waiting.isEmpty {
            underWay += 1
            waiting.removeFirst().continuation.resume()
        }
    }
}
