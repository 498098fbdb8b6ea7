public import EvaluationCore

/// A sample in other words, with all that could be written otherwise without its proof failing.
public struct SampleTwin: Sendable {
    public var files: SampleFiles
    public var perturbation: Perturbation
    /// What was drawn and had to stay as it was, for people.
    public var kept: [String]
}

/// Finds the twin of a sample.
///
/// Not every word can be replaced: it may stand in a digest, decide the order of a list, or mean something to a probe. Which, nobody lists:
/// the twin is run, and where its proof fails, the changes that spoil it are found by halving and taken back.
public struct SamplePerturber: Sendable {
    /// How much of a sample is run.
    public enum Proof: Sendable, CaseIterable {
        /// The two reference programs: a few tenths of a second.
        case references
        /// All that `dataset verify` runs.
        case whole
    }

    private let draw: PerturbationDraw
    private let holds: @Sendable (SampleFiles, Proof) async throws -> Bool

    /// - Parameters:
    ///   - reserved: names that mean something to the harness.
    ///   - holds: whether a sample of these files is right.
    public init(
        lexicon: Lexicon, reserved: Set<String>, holds: @escaping @Sendable (SampleFiles, Proof) async throws -> Bool
    ) {
        draw = PerturbationDraw(lexicon: lexicon, reserved: reserved)
        self.holds = holds
    }

    public func twin(of sample: Sample, _ files: SampleFiles, seed: UInt32) async throws -> SampleTwin {
        let drawn = draw.changes(of: sample, in: Array(files.texts.values), seed: seed)
        var changes = drawn
        for proof in Proof.allCases {
            changes = try await sound(among: changes, beside: []) { changes in
                try await holds(files.translated(by: Perturbation(changes)), proof)
            }
        }
        let perturbation = Perturbation(changes)
        return SampleTwin(
            files: files.translated(by: perturbation), perturbation: perturbation,
            kept: drawn.filter { !changes.contains($0) }.map(\.description))
    }

    /// Those of some changes with which the proof holds, beside others with which it does.
    private func sound(
        among changes: [Perturbation.Change], beside others: [Perturbation.Change],
        _ holds: ([Perturbation.Change]) async throws -> Bool
    ) async throws -> [Perturbation.Change] {
        guard !changes.isEmpty else { return [] }
        try Task.checkCancellation()
        if try await holds(others + changes) { return changes }
        guard changes.count > 1 else { return [] }
        let middle = changes.count / 2
        let first = try await sound(among: Array(changes[..<middle]), beside: others, holds)
        return try await first + sound(among: Array(changes[middle...]), beside: others + first, holds)
    }
}

extension Perturbation.Change: CustomStringConvertible {
    var description: String {
        switch self {
        case .word(let old, _): old.singular
        case .name(let old, _): old
        case .function(let old, _): "\(old)()"
        case .years: "years"
        }
    }
}
