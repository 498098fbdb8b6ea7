import Dataset
import EvaluationCore
import Foundation

/// A dataset of one's own that grows: its types, its samples, and the drafts that may become some.
struct PrivateSet {
    let folder: URL
    let dataset: LoadedDataset

    init(folder: URL) throws {
        self.folder = folder
        dataset = try DatasetLoader(folder: folder).load(mayBeEmpty: true)
    }

    /// - Parameters:
    ///   - folder: made when there is none.
    ///   - type: the type that is to be in it: one of its own types, of `typeFile`, or of `known`.
    /// - Throws: `UserError` when no file describes the type.
    static func opened(
        at folder: URL, for type: String, typeFile: String?, known: [WeaknessType]
    ) throws -> (set: PrivateSet, type: WeaknessType) {
        let types = folder.appending(path: "types.yaml")
        if !FileManager.default.fileExists(atPath: types.path) {
            try explaining(folder) {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try typesText(type, typeFile, known).write(to: types, options: .withoutOverwriting)
            }
        }
        let set = try PrivateSet(folder: folder)
        guard let found = set.dataset.types.first(where: { $0.id.description.lowercased() == type.lowercased() }) else {
            throw UserError(
                "\(types.path): has no type '\(type)'",
                remedy: "add it there, as docs/construct.md shows, or give another --into")
        }
        return (set, found)
    }

    private static func typesText(_ type: String, _ file: String?, _ known: [WeaknessType]) throws -> Data {
        if let file { return try wholeInput(file) }
        guard let found = known.first(where: { $0.id.description.lowercased() == type.lowercased() }) else {
            throw UserError(
                "there is no weakness type '\(type)'",
                remedy: "describe it in a YAML file and give that with --type-file (docs/construct.md)")
        }
        return Data(found.yaml.utf8)
    }

    private static func explaining(_ folder: URL, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as UserError {
            throw error
        } catch {
            throw UserError(
                "\(folder.path): cannot be written (\(error.localizedDescription))",
                remedy: "give a folder that you may write")
        }
    }

    var drafts: [DraftFolder] { DraftFolder.all(in: folder) }

    /// The set's samples behind those of another dataset, without those that are in both.
    func samples(behind base: [Sample]) -> [Sample] {
        let known = Set(base.map(\.id))
        return base + dataset.samples.filter { !known.contains($0.id) }
    }

    /// The drafts as samples, each under an ID that no other sample has.
    func draftSamples(besides samples: [Sample]) throws -> [(draft: DraftFolder, sample: Sample)] {
        var taken = Set(samples.map(\.id))
        return try drafts.map { draft in
            let id = try Self.free(try draft.type(), among: taken)
            taken.insert(id)
            return (draft, try draft.sample(as: id))
        }
    }

    /// The lowest number of a type that is not taken.
    ///
    /// - Throws: `UserError` when all 99 are.
    static func free(_ type: WeaknessType.ID, among taken: Set<SampleID>) throws -> SampleID {
        guard let number = (1...99).first(where: { !taken.contains(SampleID(type: type, number: $0)) }) else {
            throw UserError("\(type): has 99 samples; no more fit")
        }
        return SampleID(type: type, number: number)
    }
}

extension WeaknessType {
    /// As it stands in a `types.yaml` of its own. JSON texts are YAML (YAML 1.2.2, section 1.2).
    fileprivate var yaml: String {
        func quoted(_ text: String) -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .withoutEscapingSlashes
            return String(decoding: (try? encoder.encode(text)) ?? Data(), as: UTF8.self)
        }
        var lines = ["types:", "  - id: \(id)", "    summary: \(quoted(summary))"]
        if !places.isEmpty {
            lines += ["    places:"] + places.map { "      \($0.id): \(quoted($0.text))" }
        }
        lines += ["    weaknesses:"] + weaknesses.map { "      - {id: \($0.id), name: \(quoted($0.name))}" }
        return lines.joined(separator: "\n") + "\n"
    }
}
