/// One prompt condition: seven prompts, six experiments (paper, section 2.2.1; detect and classify are one experiment).
public enum PromptTask: String, Sendable, Hashable, Codable, CaseIterable {
    case generate
    case generateAware = "generate-aware"
    case generateOneShot = "generate-one-shot"
    case repair
    case repairExplained = "repair-explained"
    case detect
    case classify

    /// Whether an answer is code, judged by the oracle; otherwise it is a label.
    public var yieldsCode: Bool {
        switch self {
        case .generate, .generateAware, .generateOneShot, .repair, .repairExplained: true
        case .detect, .classify: false
        }
    }
}
