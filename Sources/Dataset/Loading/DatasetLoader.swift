public import EvaluationCore
public import Foundation

/// The dataset as it stands in a folder.
public struct LoadedDataset: Sendable {
    /// In Table 1's order.
    public var types: [WeaknessType]
    /// Sorted by ID.
    public var samples: [Sample]

    public init(types: [WeaknessType], samples: [Sample]) {
        self.types = types
        self.samples = samples
    }

    public func sample(_ id: SampleID) -> Sample? { samples.first { $0.id == id } }
}

public struct DatasetLoader: Sendable {
    let folder: URL

    /// - Parameter folder: holds `types.yaml` and `Samples/<type>/<id>/`.
    public init(folder: URL) {
        self.folder = folder
    }

    /// - Parameter mayBeEmpty: whether there may be no sample yet.
    /// - Throws: `UserError` naming file and line of the first thing that is wrong.
    public func load(mayBeEmpty: Bool = false) throws -> LoadedDataset {
        let types = try types()
        let samples = try folders(below: folder.appending(path: "Samples")).flatMap { typeFolder in
            let type = typeFolder.lastPathComponent
            guard types.contains(where: { $0.id.description == type }) else {
                throw UserError(
                    "Samples/\(type): no such weakness type", remedy: "add it to types.yaml or rename the folder")
            }
            return try folders(below: typeFolder).map { sampleFolder in
                let name = "Samples/\(type)/\(sampleFolder.lastPathComponent)"
                let sample = try SampleLoader(folder: sampleFolder, name: name).load()
                guard sample.type.description == type else {
                    throw UserError("\(name): belongs below Samples/\(sample.type)")
                }
                try checkWeaknesses(of: sample, against: types, name)
                try checkPlaces(of: sample, against: types, name)
                return sample
            }
        }
        guard !samples.isEmpty || mayBeEmpty else {
            throw UserError("\(folder.path): holds no samples", remedy: "give the dataset's folder with --dataset")
        }
        return LoadedDataset(types: types, samples: samples.sorted { $0.id < $1.id })
    }

    private func types() throws -> [WeaknessType] {
        guard let text = try? String(contentsOf: folder.appending(path: "types.yaml"), encoding: .utf8) else {
            throw UserError(
                "\(folder.path): no dataset here (types.yaml is missing)",
                remedy: "give the dataset's folder with --dataset")
        }
        var yaml = try YAMLReader(text: text, path: "types.yaml")
        let entries = try yaml.readers("types")
        try yaml.finish(known: ["types"])
        return try entries.enumerated().map { position, entry in
            var entry = entry
            guard let id = WeaknessType.ID(try entry.string("id")) else {
                throw entry.error("'id' has to look like CWE-89 or CWE-Aur")
            }
            let summary = try entry.string("summary")
            let weaknesses = try entry.readers("weaknesses").map { reader in
                var reader = reader
                let weakness = CommonWeakness(id: try reader.string("id"), name: try reader.string("name"))
                try reader.finish(known: ["id", "name"])
                return weakness
            }
            let places = try entry.texts("places").map { WeaknessType.Place(id: $0.key, text: $0.text) }
            try entry.finish(known: ["id", "summary", "places", "weaknesses"])
            return WeaknessType(
                id: id, row: position + 1, weaknesses: weaknesses, summary: summary, places: places)
        }
    }

    private func checkWeaknesses(of sample: Sample, against types: [WeaknessType], _ name: String) throws {
        let known = types.first { $0.id == sample.type }?.weaknesses.map(\.id) ?? []
        for weakness in sample.weaknesses where !known.contains(weakness) {
            throw UserError(
                "\(name)/sample.yaml: \(weakness) is not of this type",
                remedy: "choose among \(known.joined(separator: ", "))")
        }
    }

    private func checkPlaces(of sample: Sample, against types: [WeaknessType], _ name: String) throws {
        let known = types.first { $0.id == sample.type }?.places.map(\.id) ?? []
        let remedy = "the type's places in types.yaml: \(known.joined(separator: ", "))"
        for place in sample.covers where !known.contains(place) {
            throw UserError(
                "\(name)/sample.yaml: 'covers' names '\(place)', which its type does not have", remedy: remedy)
        }
        if sample.covers.isEmpty, !known.isEmpty {
            throw UserError("\(name)/sample.yaml: 'covers' has to name at least one place", remedy: remedy)
        }
    }

    private func folders(below folder: URL) throws -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0) }.filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: $0.path, isDirectory: &isFolder) && isFolder.boolValue
                && !$0.lastPathComponent.hasPrefix(".")
        }
    }
}
