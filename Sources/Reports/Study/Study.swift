public import EvaluationCore

/// Everything that a report is made from.
public struct Study: Sendable {
    public let runs: [RunResults]
    /// In the order of Table 1.
    public let types: [WeaknessType]
    /// Of every sample of the dataset.
    public let titles: [SampleID: String]
    public let options: StudyOptions
    /// What people say of the runs' programs, when they were asked.
    public let people: PeopleVerdicts?
    /// One for each run, none twice: the run's label, with a number where two runs share it.
    public let names: [String]
    package let bootstrap: ClusterBootstrap
    /// The samples on which SEC and verdicts are counted; nil for all.
    private let subset: Set<SampleID>?

    public init(
        runs: [RunResults], types: [WeaknessType], titles: [SampleID: String], options: StudyOptions = StudyOptions(),
        people: PeopleVerdicts? = nil
    ) {
        self.runs = runs
        self.types = types.sorted { $0.row < $1.row }
        self.titles = titles
        self.options = options
        self.people = people
        names = uniqueNames(runs.map(\.label))
        subset = options.subset == .paper ? paperSubset(of: titles.keys, seed: options.seed) : nil
        bootstrap = ClusterBootstrap(seed: options.seed, replicates: options.replicates)
    }

    /// What the plan of one run asks for under one task, in the order of the keys.
    package func plannedKeys(ofRun run: Int, task: PromptTask) -> [AttemptKey] {
        var plan = runs[run].plan
        plan.tasks = plan.tasks.filter { $0 == task }
        return plan.attemptKeys()
    }

    /// In the order of Table 1; types that the study does not know come last.
    package func inOrder(_ ids: Set<WeaknessType.ID>) -> [WeaknessType.ID] {
        let known = types.map(\.id).filter(ids.contains)
        return known + ids.subtracting(known).sorted()
    }

    /// Whether SEC and verdicts are counted on a sample.
    package func counts(_ sample: SampleID) -> Bool {
        subset?.contains(sample) ?? true
    }
}

/// How a report counts.
public struct StudyOptions: Sendable, Hashable {
    public enum Subset: String, Sendable, Hashable, Codable, CaseIterable {
        case all
        /// Five samples of each type, drawn by the seed, for SEC and the verdicts; CodeBLEU stays on all samples.
        case paper
    }

    public var subset: Subset
    /// Of the bootstrap and the subset.
    public var seed: UInt32
    public var replicates: Int
    /// Whether a `classify` answer that names none of the listed types counts as wrong instead of being left out.
    public var countsForeignTypesAsWrong: Bool
    /// Shown beside the study's own figures.
    public var paper: PaperFigures?
    /// By the model's name in plans; shown where costs are.
    public var prices: [String: ModelPrice]

    public init(
        subset: Subset = .all, seed: UInt32 = 0, replicates: Int = ClusterBootstrap.standardReplicates,
        countsForeignTypesAsWrong: Bool = false, paper: PaperFigures? = nil,
        prices: [String: ModelPrice] = [:]
    ) {
        self.subset = subset
        self.seed = seed
        self.replicates = replicates
        self.countsForeignTypesAsWrong = countsForeignTypesAsWrong
        self.paper = paper
        self.prices = prices
    }
}

private func uniqueNames(_ labels: [String]) -> [String] {
    var used = Set<String>()
    return labels.map { label in
        var (name, number) = (label, 1)
        while !used.insert(name).inserted {
            number += 1
            name = "\(label) #\(number)"
        }
        return name
    }
}
