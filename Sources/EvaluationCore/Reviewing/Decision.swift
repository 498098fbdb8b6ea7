/// How a disagreement is settled, by somebody who saw both sides and nobody's name.
public struct Decision: Sendable, Hashable, Codable {
    public enum Phase: String, Sendable, Hashable, Codable, CaseIterable {
        /// Raters differ. What the checks say is not shown.
        case blind
        /// What people say and what the checks say differ, and both are shown.
        case withChecks = "with-checks"
    }

    /// Why there were two opinions.
    public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
        case ambiguousText = "ambiguous-text"
        case ratersSlip = "raters-slip"
        /// A check demands what the text does not.
        case wrongCheck = "wrong-check"
        /// A gap that no attack found.
        case missedAttack = "missed-attack"

        /// Whether it can be known before the checks' verdict is.
        public func isKnown(in phase: Phase) -> Bool {
            switch self {
            case .ambiguousText, .ratersSlip: true
            case .wrongCheck, .missedAttack: phase == .withChecks
            }
        }
    }

    public var item: ReviewItem.ID
    public var phase: Phase
    /// Not `cannotTell`, but where nobody can.
    public var verdict: Judgement.Verdict
    public var reason: Reason
    public var note: String?

    public init(
        item: ReviewItem.ID, phase: Phase, verdict: Judgement.Verdict, reason: Reason, note: String? = nil
    ) {
        self.item = item
        self.phase = phase
        self.verdict = verdict
        self.reason = reason
        self.note = note
    }
}
