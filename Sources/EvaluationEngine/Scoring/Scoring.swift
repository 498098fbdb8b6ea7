internal import EvaluationCore
internal import Synchronization

/// The stage that scores what is durable and has no score, wherever it came from.
struct Scoring: Sendable {
    private let scorer: any AttemptScorer
    private let recorder: any RunRecorder
    private let workers: Int
    private let meter: ProgressMeter
    private let newAttempts: Signal
    private let askAgain: RefusedAgain?
    /// Handed to workers, and not yet durable as a score.
    private let known = KeySet()
    /// Scorings that failed for reasons of ours.
    private let putAside = PutAside()
    /// Attempts taken from the recorder at a look: a look goes over everything that it holds, so it has to be worth it, and
    /// the answers taken are in memory.
    private static let batch = 256

    init(
        scorer: any AttemptScorer, recorder: any RunRecorder, workers: Int, meter: ProgressMeter, newAttempts: Signal,
        askAgain: RefusedAgain? = nil
    ) {
        self.scorer = scorer
        self.recorder = recorder
        self.workers = workers
        self.meter = meter
        self.newAttempts = newAttempts
        self.askAgain = askAgain
    }

    /// - Parameter generation: nil when no attempt will be added.
    /// - Throws: what scorer or recorder throw.
    func run(untilEndOf generation: Generation?) async throws {
        let scores = Inbox<Score>(capacity: 256)
        // Not a child task: what was scored is recorded even when the run is cancelled.
        let recording = Task { try await record(from: scores) }
        do {
            try await scoreAll(untilEndOf: generation, into: scores)
            try await repeatAlone(into: scores)
            scores.close()
            try await recording.value
        } catch {
            scores.close()
            _ = try? await recording.value
            if !(error is CancellationError) { throw error }
        }
    }

    private func scoreAll(untilEndOf generation: Generation?, into scores: Inbox<Score>) async throws {
        let work = Inbox<Attempt>(capacity: workers)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { work.close() }
                try await feed(work, untilEndOf: generation)
            }
            for _ in 0..<workers {
                group.addTask {
                    while let attempt = await work.take(atMost: 1).first {
                        try Task.checkCancellation()
                        let score: Score
                        do {
                            score = try await scorer.score(attempt)
                        } catch {
                            work.close()
                            throw error
                        }
                        if score.isHarnessError, putAside.add(attempt) {
                            meter.update { $0.harnessErrors += 1 }
                        } else {
                            await scores.put(score)
                        }
                    }
                }
            }
            do {
                while try await group.next() != nil {}
            } catch {
                work.close()
                // The feeder may be waiting; it looks for the cancellation when it wakes.
                group.cancelAll()
                newAttempts.ring()
                throw error
            }
        }
    }

    /// Hands out what the recorder has, in the order of keys, until there is nothing left and nothing to come.
    private func feed(_ work: Inbox<Attempt>, untilEndOf generation: Generation?) async throws {
        while !Task.isCancelled {
            let isLastLook = generation?.isOver ?? true
            let taken = known.forgetRetired()
            let found = try await recorder.unscoredAttempts(limit: taken + Self.batch)
            let fresh = found.filter { (isLastLook || !isBeingAskedAgain($0)) && known.insert($0.key) }
            for attempt in fresh { await work.put(attempt) }
            if fresh.isEmpty {
                if isLastLook { return }
                await newAttempts.wait()
            }
        }
    }

    /// A refusal that an answer may be about to replace: its score would become that of the answer.
    private func isBeingAskedAgain(_ attempt: Attempt) -> Bool {
        attempt.answer == nil && askAgain?.keys.contains(attempt.key) == true
    }

    /// A machine under load can make a sandbox fail; alone it gets a fair second try.
    private func repeatAlone(into scores: Inbox<Score>) async throws {
        for attempt in putAside.all {
            try Task.checkCancellation()
            let score = try await scorer.score(attempt)
            await scores.put(score)
            // What fails again stays counted: the run is not complete.
            if !score.isHarnessError { meter.update { $0.harnessErrors -= 1 } }
        }
    }

    private func record(from inbox: Inbox<Score>) async throws {
        while true {
            let batch = await inbox.take()
            guard !batch.isEmpty else { return }
            do {
                try await recorder.record(batch)
            } catch {
                inbox.close()
                throw error
            }
            known.retire(batch.map(\.key))
            meter.update {
                $0.scored += batch.count
                $0.awaitingScore = max($0.awaitingScore - batch.count, 0)
            }
        }
    }
}

/// Keys at work. One that is done stays until the next look at the recorder begins: a look under way may still show it.
private final class KeySet: Sendable {
    private struct State {
        var keys: Set<AttemptKey> = []
        var retired: [AttemptKey] = []
    }

    private let state = Mutex(State())

    func insert(_ key: AttemptKey) -> Bool { state.withLock { $0.keys.insert(key).inserted } }
    func retire(_ keys: [AttemptKey]) { state.withLock { $0.retired += keys } }

    /// - Returns: how many are left.
    func forgetRetired() -> Int {
        state.withLock { state in
            state.keys.subtract(state.retired)
            state.retired = []
            return state.keys.count
        }
    }
}

/// Attempts to be scored again; a bounded number, so that a sandbox that always fails does not fill the memory.
private final class PutAside: Sendable {
    private let attempts = Mutex<[Attempt]>([])
    private let capacity = 200

    func add(_ attempt: Attempt) -> Bool {
        attempts.withLock { attempts in
            guard attempts.count < capacity else { return false }
            attempts.append(attempt)
            return true
        }
    }

    var all: [Attempt] { attempts.withLock { $0 } }
}
