internal import EvaluationCore
internal import NIOCore

/// Talks to one model server: bounded, patient where that helps, and clear where it does not.
struct ModelServer: Sendable {
    let transport: HTTPTransport
    let policy: RetryPolicy
    private let gate: RequestGate
    private let name: String
    private let waits: WaitBoard

    /// - Parameters:
    ///   - model: `provider/name`, for messages.
    ///   - waits: is told of every wait that is worth a word.
    init(_ transport: HTTPTransport, model: String, connections: Int, policy: RetryPolicy, waits: WaitBoard) {
        self.transport = transport
        self.policy = policy
        self.waits = waits
        gate = RequestGate(maximum: connections, policy: policy)
        name = model
    }

    struct Served<Answer: Sendable>: Sendable {
        var answer: Answer
        var latency: Double
        var retries: Int
    }

    /// What became of one request, and of those before it.
    private struct Course {
        var requests = 0
        /// Of the server, other than being told to slow down.
        var failures = 0
        var refusals = 0
        var waited = Duration.zero
        var lastFault: ReplyFault?

        var count: String { requests == 1 ? "" : " (after \(requests) requests)" }
    }

    /// Sends until there is an answer or no hope.
    ///
    /// - Parameter parse: reads a successful reply; a `ReplyFault` of its own means that the reply is no answer.
    /// - Throws: `ModelError`, `CancellationError`, or a `ReplyFault` of meaning `.rejected` or `.forbidden`, whose cause the
    ///   caller has to find.
    func send<Answer: Sendable>(
        _ body: ByteBuffer, to path: String, parse: (HTTPReply) throws(ReplyFault) -> Answer
    ) async throws -> Served<Answer> {
        var course = Course()
        while true {
            let ticket = try await gate.enter()
            if let lastFault = course.lastFault, gate.isOpenCircuit {
                gate.leave(ticket, .neutral)
                throw ModelError(.unavailable, message(lastFault) + course.count)
            }
            course.requests += 1
            waits.countRequest()
            let fault: ReplyFault
            do {
                let reply = try await transport.post(body, to: path)
                if let bad = ReplyFault(reply) { throw bad }
                let answer = try parse(reply)
                gate.leave(ticket, .answered)
                return Served(answer: answer, latency: reply.latency, retries: course.requests - 1)
            } catch let error as ReplyFault {
                fault = error
            } catch let error as TransportFault {
                fault = ReplyFault(.passing, error.description)
            } catch {
                gate.leave(ticket, .neutral)
                throw error
            }
            gate.leave(ticket, fault.paceOutcome(policy))
            let delay = try delay(after: fault, &course)
            waits.wait(message(fault), until: .now + delay)
            try await Task.sleep(for: delay)
        }
    }

    /// How long to wait before the next request.
    ///
    /// - Throws: `ModelError` or the fault when there is no use in another.
    private func delay(after fault: ReplyFault, _ course: inout Course) throws -> Duration {
        switch fault.meaning {
        case .unanswerable(let reason): throw ModelError(.unanswerable, message(fault), refusal: reason)
        case .misconfigured: throw ModelError(.misconfigured, message(fault) + hint(fault))
        case .rejected, .forbidden: throw fault
        case .closed: throw ModelError(.unavailable, message(fault), endsRun: true)
        case .rateLimited(let pause):
            course.refusals += 1
            if let pause, pause > policy.patience { throw tooLong(fault, "to wait \(pause.inWords)", course) }
            let delay = max(pause ?? .zero, policy.delay(before: course.refusals, fraction: .random(in: 0...1)))
            course.waited += delay
            guard course.waited <= policy.patience else {
                throw tooLong(fault, "again and again to wait", course)
            }
            return delay
        case .passing:
            course.failures += 1
            guard course.failures <= policy.retries, !gate.isOpenCircuit else {
                throw ModelError(.unavailable, message(fault) + course.count)
            }
            course.lastFault = fault
            return policy.delay(before: course.failures, fraction: .random(in: 0...1))
        }
    }

    private func tooLong(_ fault: ReplyFault, _ wish: String, _ course: Course) -> ModelError {
        ModelError(
            .unavailable,
            message(fault) + course.count
                + "; it asks \(wish), which is longer than --max-wait \(Int(policy.patience / .seconds(1))) allows: "
                + "run the same command later",
            endsRun: true)
    }

    /// A base URL without a version that leads nowhere is the likeliest mistake.
    private func hint(_ fault: ReplyFault) -> String {
        guard fault.message.hasPrefix("HTTP 404") || fault.message.hasPrefix("HTTP 405"), !transport.base.namesVersion,
            !fault.message.lowercased().contains("model")
        else { return "" }
        return ": try --base-url \(transport.base)/v1"
    }

    func message(_ fault: ReplyFault) -> String {
        let words = transport.authorization.reduce(fault.message) { $1.value.redact($0) }
        return "\(name) at \(transport.base): \(words)"
    }
}

extension ReplyFault {
    fileprivate func paceOutcome(_ policy: RetryPolicy) -> Pacer.Outcome {
        switch meaning {
        case .passing: .failed
        // A pause that is too long ends the run; nobody is held back for it.
        case .rateLimited(let pause?) where pause > policy.patience: .neutral
        case .rateLimited(let pause): .rateLimited(pause: pause)
        case .closed, .misconfigured: .neutral
        // The server is well enough to say no.
        case .unanswerable, .rejected, .forbidden: .answered
        }
    }
}
