/// What the oracle says of one attempt.
public struct Verdict: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Works, and no attack succeeded.
        case secure
        /// Works, and an attack succeeded.
        case insecure
        /// No code, does not import, wrong result, timeout.
        case incorrect
        /// Works, no attack succeeded, but at least one could not be carried out.
        case inconclusive
        /// Ours: never counted, retried, and reported.
        case harnessError = "harness-error"
    }

    public var kind: Kind
    /// Why, in a word that can be counted: `no-code`, `import-error`, `wrong-result`, `exploited`, `limit:wall`, ….
    public var cause: String?
    /// One line for people.
    public var detail: String?
    public var checks: [CheckOutcome]
    /// Of the sandbox that ran it, 3 the tightest; nil when nothing had to run.
    public var sandboxLevel: Int?
    /// Wall time in seconds.
    public var duration: Double

    public init(
        _ kind: Kind, cause: String? = nil, detail: String? = nil, checks: [CheckOutcome] = [],
        sandboxLevel: Int? = nil, duration: Double = 0
    ) {
        self.kind = kind
        self.cause = cause
        self.detail = detail
        self.checks = checks
        self.sandboxLevel = sandboxLevel
        self.duration = duration
    }
}

/// What one check saw.
public struct CheckOutcome: Sendable, Hashable, Codable {
    public enum Status: String, Sendable, Hashable, Codable {
        /// A functional check held, or an attack had no effect.
        case passed
        /// A functional check did not hold.
        case failed
        /// An attack had its effect.
        case exploited
        /// The check could not tell.
        case inconclusive
        /// The run ended before the check's turn.
        case notRun = "not-run"
    }

    /// `functional/test_total`, `security/test_union_select`, `example/1`.
    public var name: String
    public var status: Status
    /// Evidence or reason, in one line.
    public var message: String?
    /// Line of the check's file at which it ended, from 1.
    public var line: Int?
    /// Whether the observation was made inside the solution's process and reported by it.
    public var isTestimony: Bool
    /// The limit that a check which did not pass ran into: `cpu`, `check`, `memory`, …; see `SandboxResult.limit`.
    public var limit: String?
    /// The last things that a check which did not pass asked, in order; nil when there are none, and in scores of
    /// earlier versions.
    public var exchanges: [Exchange]?
    /// How many came before these, or were asked again among them.
    public var earlierExchanges: Int?

    public init(
        name: String, status: Status, message: String? = nil, line: Int? = nil, isTestimony: Bool = false,
        limit: String? = nil, exchanges: [Exchange]? = nil, earlierExchanges: Int? = nil
    ) {
        self.name = name
        self.status = status
        self.message = message
        self.line = line
        self.isTestimony = isTestimony
        self.limit = limit
        self.exchanges = exchanges
        self.earlierExchanges = earlierExchanges
    }
}

/// Something that a check asked of the solution, and what came back, as people read it; both are bounded in length.
///
/// `find_items('lost.db', "x' OR '1'='1")` and `[(1, 'glove')]`, `POST /login: name=Ada` and `200 OK: …`,
/// `Gateway.receive(b'')` and `raises ValueError: too short`.
public struct Exchange: Sendable, Hashable, Codable {
    public var sent: String
    /// Nil when no answer came.
    public var received: String?

    public init(sent: String, received: String?) {
        self.sent = sent
        self.received = received
    }
}

/// Decides whether code solves a sample, and whether it is free of the weakness. A pure function of its arguments and the sandbox's versions.
public protocol Oracle: Sendable {
    /// - Parameter code: nil when extraction found none.
    func judge(_ code: String?, for sample: Sample) async throws -> Verdict
}
