import Dataset
import EvaluationCore

/// The drafts of a dataset's folder.
struct FolderShelf: DraftShelf {
    let set: PrivateSet
    let flowchart: Flowchart
    /// Samples of another dataset that drafts should not resemble.
    let base: [Sample]

    func drafts() throws -> [DraftView] {
        let samples = set.samples(behind: base)
        let found = try set.draftSamples(besides: samples)
        let all = samples + found.map(\.sample)
        let neighbours = NearestNeighbour.all(in: all)
        return try found.map { draft, sample in
            let neighbour = neighbours.first { $0.sample == sample.id }
            let nearest = neighbour.flatMap { found in
                all.first { $0.id == found.other }.map { "'\($0.title)' (\(found.similarity.fixed(2)) of 1)" }
            }
            let record = draft.record()
            return DraftView(
                name: draft.name, sample: sample, digest: try draft.digest(), readings: try draft.readings(),
                findings: (record?.visits ?? []).filter { !$0.findings.isEmpty }.map { visit in
                    .init(
                        question: flowchart[visit.state]?.about ?? visit.state,
                        messages: visit.findings.map(\.description))
                },
                disputes: record?.disputes ?? [], nearest: nearest)
        }
    }

    func add(_ reading: DraftReading, to name: String) throws {
        guard let draft = set.drafts.first(where: { $0.name == name }) else {
            throw UserError("there is no draft '\(name)'")
        }
        try draft.add(reading)
    }
}
