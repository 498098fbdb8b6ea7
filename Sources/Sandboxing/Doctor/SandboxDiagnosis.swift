public import EvaluationCore

/// What the doctor found out about the sandbox on this machine.
public struct SandboxDiagnosis: Sendable, Hashable, Codable {
    /// One thing that was tried in a real worker.
    public struct Finding: Sendable, Hashable, Codable {
        /// `functional/test_…` for what must work, `security/test_…` for what must not, `limit/…` for a limit that must strike.
        public var name: String
        public var isSound: Bool
        public var detail: String?

        public init(name: String, isSound: Bool, detail: String? = nil) {
            self.name = name
            self.isSound = isSound
            self.detail = detail
        }
    }

    /// 3 the tightest, 0 none.
    public var level: Int
    /// Versions inside; nil when no worker starts.
    public var description: SandboxDescription?
    public var findings: [Finding]
    /// Why the level is not 3, or what is unsound.
    public var reason: String?
    /// What to do about it: a command, or a setting.
    public var fix: String?

    public init(
        level: Int, description: SandboxDescription?, findings: [Finding], reason: String? = nil, fix: String? = nil
    ) {
        self.level = level
        self.description = description
        self.findings = findings
        self.reason = reason
        self.fix = fix
    }

    /// Whether verdicts of this sandbox can be trusted.
    public var isSound: Bool { level > 0 && findings.allSatisfy(\.isSound) }
}
