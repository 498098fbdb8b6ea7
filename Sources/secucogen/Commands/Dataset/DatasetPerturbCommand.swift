import ArgumentParser
import Dataset
import EvaluationCore
import Foundation
import Oracles
import Sandboxing

struct DatasetPerturbCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "perturb",
        abstract: "Writes a twin of the dataset: the same tasks and checks in other words.",
        discussion: """
            Nouns, names of people and places, functions and years are others, alike in texts, programs and checks. Each sample of the \
            twin is proved as 'dataset verify' does it; a change that spoils the proof is taken back. A model that learnt the published \
            samples by heart does worse on the twin; 'compare' of a run on each tells whether by more than chance. Interrupt whenever \
            you like: the same command goes on where it stopped.

            Examples:
              secucogen dataset perturb --seed 7 --output twin-7
              secucogen run --dataset twin-7 --model local/coder --output twin-7.run
              secucogen compare published.run twin-7.run
            """)

    @OptionGroup var homeOptions: HomeOptions
    @OptionGroup var selection: SampleSelection
    @OptionGroup(title: "Sandbox") var sandboxOptions: SandboxOptions
    @Option(help: "Another seed draws other words.") var seed: UInt32
    @Option(help: "A folder: new, empty, or begun by the same command.", completion: .directory) var output: String

    func run() async throws {
        let workbench = try Workbench(homeOptions, sandboxOptions)
        let source = homeOptions.datasetFolder(in: workbench.home)
        let samples = try selection.select(from: workbench.dataset.samples, types: workbench.dataset.types)
        let folder = try TwinFolder(
            URL(filePath: output, directoryHint: .isDirectory), of: source,
            origin: .init(seed: seed, datasetDigest: Self.digest(of: workbench.dataset.samples)))
        let prover = TwinProver(
            folder: folder, sandbox: workbench.sandbox,
            tools: DatasetTools(python: workbench.home.python, runtime: workbench.home.runtime))
        let perturber = SamplePerturber(
            lexicon: try Lexicon(file: workbench.home.lexicon), reserved: try Self.names(in: workbench.home.runtime),
            holds: { try await prover.holds($0, $1) })
        Terminal.note("perturbing \(samples.count.counted("sample")); each is run, which takes some seconds")
        let waiting = samples.filter { !folder.holds($0.id) }
        let finished = Finished(total: samples.count, done: samples.count - waiting.count)
        let seed = seed
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, sample) in waiting.enumerated() {
                if number >= sandboxOptions.concurrency { try await group.next() }
                group.addTask {
                    let files = try SampleFiles(folder: source.appending(path: "Samples/\(sample.type)/\(sample.id)"))
                    let twin = try await perturber.twin(of: sample, files, seed: seed)
                    try folder.add(twin, sample.id)
                    await finished.add()
                }
            }
            try await group.waitForAll()
        }
        await workbench.sandbox.shutDown()
        try folder.finish()
        if Terminal.errorsAreShown { Terminal.progress("\r\u{1B}[K") }
        let notes = try samples.map { try folder.note(of: $0.id) }
        let changed = notes.reduce(0) { $0 + $1.changed.count }
        let kept = notes.reduce(0) { $0 + $1.kept.count }
        let unchanged = zip(samples, notes).filter { $1.changed.isEmpty }.map { "\($0.0.id)" }
        Terminal.result(
            """
            \(samples.count.counted("sample")) in \(output), all proved: \(changed) words are others, \(kept) had to stay
            """)
        if !unchanged.isEmpty { Terminal.result("as they were: \(unchanged.joined(separator: ", "))") }
    }

    private static func digest(of samples: [Sample]) -> String {
        Digests.name([Digests.texts(of: samples), Digests.checks(of: samples)])
    }

    /// Everything that the harness and its probes have a name for.
    private static func names(in runtime: URL) throws -> Set<String> {
        var names: Set<String> = []
        for (_, text) in try SampleFiles(folder: runtime).texts {
            for match in text.matches(of: /[A-Za-z_][A-Za-z_0-9]*/) { names.insert(String(match.output)) }
        }
        return names
    }
}

/// Counts samples for whoever watches.
private actor Finished {
    private let total: Int
    private var done: Int

    init(total: Int, done: Int) {
        self.total = total
        self.done = done
    }

    func add() {
        done += 1
        if Terminal.errorsAreShown { Terminal.progress("\r\(done) of \(total) samples\u{1B}[K") }
    }
}

extension Perturbation {
    /// Words in both numbers, names and functions that are others; years count as one.
    fileprivate var count: Int { words.count / 2 + names.count + functions.count + (years == 0 ? 0 : 1) }
}
