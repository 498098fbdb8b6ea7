/// Does the work of a stream, several pieces at a time, with bounded memory: what is read waits for what is written.
public struct StreamedWork: Sendable {
    private let workers: Int
    private let keepsOrder: Bool
    /// Pieces that are read and not yet handed over.
    private let window: Int

    /// - Parameters:
    ///   - workers: pieces worked on at once, at least 1.
    ///   - keepsOrder: whether results come in the order of their pieces. One that takes long then holds back those
    ///     after it, and at most `window` pieces are under way.
    public init(workers: Int, keepsOrder: Bool, window: Int = 256) {
        self.workers = max(workers, 1)
        self.keepsOrder = keepsOrder
        self.window = max(window, workers)
    }

    /// - Parameters:
    ///   - next: the next piece; nil at the end. It may wait long, as for a person: results go on meanwhile.
    ///   - work: what is done with a piece.
    ///   - handOver: takes a result, one at a time; false when nobody wants any more.
    /// - Throws: what `next`, `work` and `handOver` throw; the first of them ends everything.
    /// - Returns: whether all results were handed over. When not, `next` may still be waited for.
    @discardableResult
    public func run<Piece: Sendable, Result: Sendable>(
        next: @escaping @Sendable () async throws -> Piece?,
        work: @escaping @Sendable (Piece) async throws -> Result,
        handOver: (Result) throws -> Bool
    ) async throws -> Bool {
        let places = Inbox<Void>(capacity: window)
        let pieces = Inbox<(number: Int, piece: Piece)>(capacity: workers)
        let results = Inbox<(number: Int, result: Swift.Result<Result, any Error>)>(capacity: window)
        // Not child tasks: one that waits for its input cannot be woken, and must not hold up the end.
        let reading = Task {
            do {
                var number = 0
                while !Task.isCancelled, let piece = try await next() {
                    await places.put(())
                    await pieces.put((number, piece))
                    number += 1
                }
            } catch {
                await results.put((-1, .failure(error)))
            }
            pieces.close()
        }
        let working = Task {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<workers {
                    group.addTask {
                        while let (number, piece) = await pieces.take(atMost: 1).first, !Task.isCancelled {
                            do {
                                await results.put((number, .success(try await work(piece))))
                            } catch {
                                await results.put((number, .failure(error)))
                            }
                        }
                    }
                }
            }
            results.close()
        }
        defer {
            reading.cancel()
            working.cancel()
            for close in [places.close, pieces.close, results.close] { close() }
        }
        return try await withTaskCancellationHandler {
            try await handOverAll(results, places, handOver)
        } onCancel: {
            results.close()
        }
    }

    private func handOverAll<Result: Sendable>(
        _ results: Inbox<(number: Int, result: Swift.Result<Result, any Error>)>, _ places: Inbox<Void>,
        _ handOver: (Result) throws -> Bool
    ) async throws -> Bool {
        var early: [Int: Result] = [:]
        var due = 0
        while true {
            let taken = await results.take()
            try Task.checkCancellation()
            if taken.isEmpty { return true }
            for (number, outcome) in taken {
                let result = try outcome.get()
                guard keepsOrder else {
                    guard try handOver(result) else { return false }
                    _ = await places.take(atMost: 1)
                    continue
                }
                early[number] = result
                while let result = early.removeValue(forKey: due) {
                    due += 1
                    guard try handOver(result) else { return false }
                    _ = await places.take(atMost: 1)
                }
            }
        }
    }
}
