import EvaluationEngine
import Synchronization
import Testing

/// Pieces come in, several are worked on at once, and results go out.
@Suite struct StreamedWorkTests {
    @Test(arguments: [1, 3, 8]) func `results keep the order of their pieces however long each takes`(
        workers: Int
    ) async throws {
        let pieces = Source(Array(0..<200))
        var results: [Int] = []
        let isWhole = try await StreamedWork(workers: workers, keepsOrder: true, window: 16).run(next: pieces.next) {
            try await Task.sleep(for: .microseconds($0 * 7919 % 13 * 100))
            return $0
        } handOver: {
            results.append($0)
            return true
        }
        #expect(isWhole)
        #expect(results == Array(0..<200))
    }

    @Test func `in any order a slow piece holds back no other`() async throws {
        let slow = Gate()
        let pieces = Source(Array(0..<50))
        var results: [Int] = []
        try await StreamedWork(workers: 2, keepsOrder: false).run(next: pieces.next) { piece in
            if piece == 0 { await slow.wait() }
            return piece
        } handOver: {
            results.append($0)
            if results.count == 49 { slow.open() }
            return true
        }
        #expect(Set(results) == Set(0..<50))
        #expect(results.last == 0)
    }

    @Test(arguments: [true, false]) func `no more is read than the window holds while nobody takes results`(
        keepsOrder: Bool
    ) async throws {
        let pieces = Source(Array(0..<1000))
        var furthest = 0
        try await StreamedWork(workers: 2, keepsOrder: keepsOrder, window: 10).run(next: pieces.next) {
            $0
        } handOver: { _ in
            furthest += 1
            // One more may be in the reader's hand.
            #expect(pieces.given <= furthest + 11)
            return true
        }
        #expect(furthest == 1000)
    }

    @Test func `a result goes out before the next piece has come`() async throws {
        // The source gives a piece only after the one before has been answered, as a person at a prompt does.
        let answered = Mutex(0)
        let given = Mutex(0)
        var results: [Int] = []
        try await StreamedWork(workers: 3, keepsOrder: true).run(next: {
            let number = given.withLock { given in
                defer { given += 1 }
                return given
            }
            while answered.withLock({ $0 }) < number { try await Task.sleep(for: .milliseconds(1)) }
            return number < 5 ? number : nil
        }) {
            $0
        } handOver: { result in
            results.append(result)
            answered.withLock { $0 += 1 }
            return true
        }
        #expect(results == [0, 1, 2, 3, 4])
    }

    @Test func `it ends when nobody wants more, though input is still waited for`() async throws {
        let never = Gate()
        let first = Source([1])
        var results: [Int] = []
        let isWhole = try await StreamedWork(workers: 2, keepsOrder: true).run(next: {
            if let piece = try await first.next() { return piece }
            await never.wait()
            return nil
        }) {
            $0
        } handOver: {
            results.append($0)
            return false
        }
        #expect(!isWhole)
        #expect(results == [1])
        never.open()
    }

    @Test func `a failure of the work or of the input ends it with that failure`() async throws {
        struct Failure: Error {}
        let pieces = Source(Array(0..<10))
        await #expect(throws: Failure.self) {
            try await StreamedWork(workers: 2, keepsOrder: true).run(next: pieces.next) { piece in
                if piece == 5 { throw Failure() }
                return piece
            } handOver: { _ in
                true
            }
        }
        await #expect(throws: Failure.self) {
            try await StreamedWork(workers: 2, keepsOrder: true).run(next: { () -> Int? in throw Failure() }) {
                $0
            } handOver: { _ in
                true
            }
        }
    }

    @Test func `cancelling ends it while input is waited for`() async throws {
        let never = Gate()
        let task = Task {
            try await StreamedWork(workers: 2, keepsOrder: true).run(next: { () -> Int? in
                await never.wait()
                return nil
            }) {
                $0
            } handOver: { _ in
                true
            }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        never.open()
    }
}

/// Gives out pieces one by one, and counts.
private final class Source: Sendable {
    private let rest: Mutex<(pieces: [Int], given: Int)>

    init(_ pieces: [Int]) { rest = Mutex((pieces.reversed(), 0)) }

    var given: Int { rest.withLock { $0.given } }

    func next() async throws -> Int? {
        rest.withLock { rest in
            rest.given += 1
            return rest.pieces.popLast()
        }
    }
}

/// Closed until it is opened.
private final class Gate: Sendable {
    private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            defer { state = (true, []) }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
