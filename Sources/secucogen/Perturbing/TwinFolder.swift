import Dataset
import EvaluationCore
import Foundation

/// The folder of a twin dataset. Samples are kept beside it one by one, so that the work can be interrupted, and appear in it together: a
/// twin that is not whole is no dataset.
struct TwinFolder: Sendable {
    /// What a twin was made from, and how.
    struct Origin: Codable, Equatable, Sendable {
        var seed: UInt32
        /// Of texts and checks of the dataset that it is the twin of.
        var datasetDigest: String
    }

    /// What is written otherwise in a sample, and what was drawn but had to stay.
    struct Note: Codable, Sendable {
        var changed: Perturbation
        var kept: [String]
    }

    private let folder: URL
    private var making: URL { folder.appending(path: ".making") }

    /// - Throws: `UserError` when something else is in the folder, or it cannot be written.
    init(_ folder: URL, of source: URL, origin: Origin) throws {
        self.folder = folder
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
        let note = folder.appending(path: "perturbation.json")
        if !names.isEmpty {
            guard let data = try? Data(contentsOf: note), let begun = try? JSONDecoder().decode(Origin.self, from: data)
            else {
                throw UserError("\(folder.path): is there already, and no twin", remedy: "give another --output")
            }
            guard begun == origin else {
                throw UserError(
                    "\(folder.path): is the twin of another seed or another version of the dataset",
                    remedy: "give another --output")
            }
        }
        try Self.writing(folder) {
            try files.createDirectory(at: folder, withIntermediateDirectories: true)
            try Self.json(origin).write(to: note, options: .atomic)
            try Data(contentsOf: source.appending(path: "types.yaml"))
                .write(to: folder.appending(path: "types.yaml"), options: .atomic)
            try Data(Self.card(origin.seed).utf8).write(to: folder.appending(path: "README.md"), options: .atomic)
            for name in (try? files.contentsOfDirectory(atPath: making.path)) ?? [] where name != "Samples" {
                try files.removeItem(at: making.appending(path: name))
            }
        }
    }

    func holds(_ id: SampleID) -> Bool {
        [folder, making].contains { FileManager.default.fileExists(atPath: place(of: id, in: $0).path) }
    }

    func note(of id: SampleID) throws -> Note {
        do {
            return try JSONDecoder().decode(Note.self, from: Data(contentsOf: noteFile(of: id)))
        } catch {
            throw UserError(
                "\(noteFile(of: id).path): is damaged",
                remedy: "remove the sample's folder; the same command makes it anew")
        }
    }

    func add(_ twin: SampleTwin, _ id: SampleID) throws {
        try Self.writing(folder) {
            let draft = making.appending(path: UUID().uuidString)
            try twin.files.write(to: draft)
            try Self.json(Note(changed: twin.perturbation, kept: twin.kept)).write(
                to: draft.appending(path: Self.noteName))
            let place = place(of: id, in: making)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.moveItem(at: draft, to: place)
        }
    }

    /// Moves all that is proved to its place.
    func finish() throws {
        try Self.writing(folder) {
            let files = FileManager.default
            let waiting = making.appending(path: "Samples")
            for type in (try? files.contentsOfDirectory(atPath: waiting.path)) ?? [] {
                let place = folder.appending(path: "Samples/\(type)")
                try files.createDirectory(at: place, withIntermediateDirectories: true)
                for id in try files.contentsOfDirectory(atPath: waiting.appending(path: type).path) {
                    try files.moveItem(at: waiting.appending(path: "\(type)/\(id)"), to: place.appending(path: id))
                }
            }
            try? files.removeItem(at: making)
        }
    }

    /// A sample beside the twin, to be run.
    func draft(_ files: SampleFiles) throws -> Draft {
        let place = making.appending(path: UUID().uuidString)
        try Self.writing(folder) {
            let id = try Draft.id(files)
            try files.write(to: place.appending(path: "Samples/\(id.type)/\(id)"))
            try FileManager.default.copyItem(
                at: folder.appending(path: "types.yaml"), to: place.appending(path: "types.yaml"))
        }
        return Draft(folder: place)
    }

    struct Draft {
        let folder: URL

        func load() throws -> Sample { try DatasetLoader(folder: folder).load().samples[0] }
        func remove() { try? FileManager.default.removeItem(at: folder) }

        /// As its file says.
        static func id(_ files: SampleFiles) throws -> SampleID {
            let line = files.texts["sample.yaml"]?.split(separator: "\n").first { $0.hasPrefix("id: ") }
            guard let line, let id = SampleID(String(line.dropFirst(4))) else {
                throw UserError("a sample without an ID cannot be perturbed")
            }
            return id
        }
    }

    private static let noteName = "perturbation.json"

    private func place(of id: SampleID, in folder: URL) -> URL { folder.appending(path: "Samples/\(id.type)/\(id)") }
    private func noteFile(of id: SampleID) -> URL { place(of: id, in: folder).appending(path: Self.noteName) }

    private static func json(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return try encoder.encode(value) + Data("\n".utf8)
    }

    private static func writing(_ folder: URL, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as UserError {
            throw error
        } catch {
            throw UserError(
                "\(folder.path): cannot be written (\(error.localizedDescription))",
                remedy: "give an --output in a folder that you may write")
        }
    }

    private static func card(_ seed: UInt32) -> String {
        """
        # A twin of secucogen's dataset

        The tasks and checks of the published samples in other words, made by `secucogen dataset perturb --seed \(seed)`. Each sample keeps
        its ID; `perturbation.json` in its folder says which words stand for which. Do not publish it, and do not train on it: it tells
        models that understand the tasks from those that have seen them, as long as none has seen it.

        \(Canary.text)

        """
    }
}
