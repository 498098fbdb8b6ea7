internal import EvaluationCore
internal import NIOCore

/// Talks to one model server: bounded, patient where that helps, and clear where it does not.
struct ModelServer: Sendable {
    let transport: HTTPTransport
    let policy: RetryPolicy
    private let gate: RequestGate
    private let name: String

    /// - Parameter model: `provider/name`, for messages.
    init(_ transport: HTTPTransport, model: String, connections: Int, policy: RetryPolicy) {
        self.transport = transport
        self.policy = policy
        gate = RequestGate(maximum: connections, policy: policy)
        name = model
    }

    struct Served<Answer: Sendable>: Sendable {
        var answer: Answer
        var latency: Double
        var retries: Int
    }

    /// Sends until there is an answer or no hope.
    ///
    /// - Parameter parse: reads a successful reply; a `ReplyFault` of its own means that the reply is broken.
    /// - Throws: `ModelError`, `CancellationError`, or a `ReplyFault` of meaning `.rejected`, whose cause the caller has to find.
    func send<Answer: Sendable>(
        _ body: ByteBuffer, to path: String, parse: (HTTPReply) throws(ReplyFault) -> Answer
    ) async throws -> Served<Answer> {
        var failures = 0
        var refusals = 0
        var waited = Duration.zero
        var lastFault: ReplyFault?
        while true {
            let ticket = try await gate.enter()
            if let lastFault, gate.isOpenCircuit {
                gate.leave(ticket, .neutral)
                throw ModelError(.unavailable, message(lastFault) + " (after \(failures) tries)")
            }
            let fault: ReplyFault
            do {
                let reply = try await transport.post(body, to: path)
                if let bad = ReplyFault(reply) { throw bad }
                let answer = try parse(reply)
                gate.leave(ticket, .answered)
                return Served(answer: answer, latency: reply.latency, retries: failures + refusals)
            } catch let error as ReplyFault {
                fault = error
            } catch let error as TransportFault {
                fault = ReplyFault(.passing, error.description)
            } catch {
                gate.leave(ticket, .neutral)
                throw error
            }
            gate.leave(ticket, fault.paceOutcome(policy))

            let delay: Duration
            switch fault.meaning {
            case .unanswerable: throw ModelError(.unanswerable, message(fault))
            case .misconfigured: throw ModelError(.misconfigured, message(fault))
            case .rejected: throw fault
            case .closed: throw ModelError(.unavailable, message(fault))
            case .rateLimited(let pause):
                refusals += 1
                delay = max(pause ?? .zero, policy.delay(before: refusals, fraction: .random(in: 0...1)))
                waited += delay
                guard waited <= policy.patience else {
                    throw ModelError(
                        .unavailable,
                        message(fault)
                            + "; it asks to wait longer than \(policy.patience.inSeconds): run the same command later")
                }
            case .passing:
                failures += 1
                guard failures <= policy.retries, !gate.isOpenCircuit else {
                    throw ModelError(.unavailable, message(fault) + " (after \(failures) tries)")
                }
                lastFault = fault
                delay = policy.delay(before: failures, fraction: .random(in: 0...1))
            }
            try await Task.sleep(for: delay)
        }
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
        case .rateLimited(let pause): .rateLimited(pause: pause.map { min($0, policy.patience) })
        case .closed, .misconfigured: .neutral
        // The server is well enough to say no.
        case .unanswerable, .rejected: .answered
        }
    }
}
