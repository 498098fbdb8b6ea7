extension Verdict {
    /// The check because of which the verdict is what it is; nil when none was (the code is secure, or never ran).
    ///
    /// The first functional check that does not hold makes code incorrect, the first attack that has its effect
    /// insecure, the first that could not be carried out inconclusive.
    public var decidingCheck: CheckOutcome? {
        switch kind {
        case .secure, .harnessError: nil
        case .insecure: checks.first { $0.isSecurity && $0.status == .exploited }
        case .incorrect: checks.first { !$0.isSecurity && ($0.status == .failed || $0.status == .inconclusive) }
        case .inconclusive: checks.first { $0.isSecurity && $0.status != .passed }
        }
    }
}

extension CheckOutcome {
    /// Whether it is an attack.
    public var isSecurity: Bool { name.hasPrefix("security/") }
}
