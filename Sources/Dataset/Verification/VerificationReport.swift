public import EvaluationCore

/// What `dataset verify` found. Green when `findings` is empty.
public struct VerificationReport: Sendable, Codable {
    /// A place that falls short.
    public struct Finding: Sendable, Codable, Hashable, CustomStringConvertible {
        public var sample: SampleID
        /// File inside the sample's folder, with the line where one is known.
        public var path: String
        public var message: String

        public init(sample: SampleID, path: String, message: String) {
            self.sample = sample
            self.path = path
            self.message = message
        }

        public var description: String { "\(sample)/\(path): \(message)" }
    }

    public struct Neighbour: Sendable, Codable {
        public var sample: SampleID
        public var nearest: SampleID
        /// 0 to 1.
        public var similarity: Double
    }

    /// How long a program took.
    public struct Timing: Sendable, Codable {
        public var sample: SampleID
        /// A file inside the sample's folder, or a mutant's name in angle brackets.
        public var path: String
        public var checks: Int
        /// Wall seconds in the sandbox, the mean over the rounds.
        public var seconds: Double
    }

    public var samples: Int
    /// Solutions judged: references, variants, mutants and stubs, times the repeats; those that are the same program are
    /// run once a round.
    public var judged: Int
    public var checks: Int
    /// Wall seconds.
    public var duration: Double
    public var sandbox: SandboxDescription
    public var neighbours: [Neighbour]
    /// Every program, the slowest first.
    public var timings: [Timing]
    public var findings: [Finding]
}
