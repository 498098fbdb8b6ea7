public import EvaluationCore
public import Foundation
import Yams

/// A draft in `Drafts/<name>/` of a dataset: a sample's files without an ID, what machines found on the way, and what its
/// readers say. Drafts are no samples: no run, no table and no digest knows them.
public struct DraftFolder: Sendable {
    public let url: URL

    public init(_ url: URL) { self.url = url }

    public var name: String { url.lastPathComponent }

    /// All drafts of a dataset's folder, by name.
    public static func all(in dataset: URL) -> [DraftFolder] {
        let folder = dataset.appending(path: "Drafts")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { !$0.hasPrefix(".") }.map { DraftFolder(folder.appending(path: $0)) }
            .filter { FileManager.default.fileExists(atPath: $0.url.appending(path: "sample.yaml").path) }
    }

    // MARK: - Writing

    /// Writes a record that was kept.
    ///
    /// - Returns: the draft, named after its type and the record's number.
    /// - Throws: `UserError` when it cannot be written.
    public static func keep(_ record: ConstructionRecord, type: WeaknessType.ID, in dataset: URL) throws -> DraftFolder
    {
        let folder = dataset.appending(path: "Drafts/\(type)-record-\(record.number)")
        do {
            try write(record.files, type: type, to: folder)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            var kept = record
            kept.files = DraftFiles()
            try encoder.encode(kept).write(to: folder.appending(path: "record.json"))
        } catch let error as CocoaError {
            throw UserError("\(folder.path): cannot be written (\(error.localizedDescription))")
        }
        return DraftFolder(folder)
    }

    static func write(_ files: DraftFiles, type: WeaknessType.ID, to folder: URL) throws {
        let parts = DraftFiles.yamlParts.map(\.path)
        var texts = files.texts.filter { !parts.contains($0.key) }
        texts["sample.yaml"] =
            "status: draft\ntype: \(type)\n"
            + parts.compactMap { files[$0] }.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
        for (path, text) in texts {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    // MARK: - Reading

    /// The type that it is for.
    public func type() throws -> WeaknessType.ID {
        var yaml = try YAMLReader(text: text("sample.yaml"), path: "\(name)/sample.yaml")
        guard let type = WeaknessType.ID(try yaml.string("type")) else {
            throw yaml.error("'type' has to look like CWE-89")
        }
        return type
    }

    /// The draft as a sample, under an ID for the time being.
    public func sample(as id: SampleID) throws -> Sample {
        try SampleLoader(folder: url, name: "Drafts/\(name)", draft: id).load()
    }

    /// What became of it in the flowchart; nil for a draft that somebody wrote by hand.
    public func record() -> ConstructionRecord? {
        guard let data = try? Data(contentsOf: url.appending(path: "record.json")) else { return nil }
        return try? JSONDecoder().decode(ConstructionRecord.self, from: data)
    }

    /// SHA-256 over the files that a reader signs for: all but the record and the readings.
    public func digest() throws -> String { try files().digest }

    private func files() throws -> DraftFiles {
        var files = DraftFiles()
        let keys: [URLResourceKey] = [.isRegularFileKey]
        let all = FileManager.default.enumerator(at: url, includingPropertiesForKeys: keys)
        let base = url.standardizedFileURL.path
        while let file = all?.nextObject() as? URL {
            guard try file.resourceValues(forKeys: Set(keys)).isRegularFile == true else { continue }
            let path = String(file.standardizedFileURL.path.dropFirst(base.count + 1))
            guard path != "record.json", path != "readings.jsonl" else { continue }
            files[path] = try text(path)
        }
        return files
    }

    private func text(_ path: String) throws -> String {
        do {
            return try String(contentsOf: url.appending(path: path), encoding: .utf8)
        } catch {
            throw UserError("Drafts/\(name)/\(path): cannot be read as UTF-8 text")
        }
    }

    // MARK: - Readings

    private var readingsFile: URL { url.appending(path: "readings.jsonl") }

    public func readings() throws -> [DraftReading] {
        guard let data = try? Data(contentsOf: readingsFile) else { return [] }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try data.split(separator: UInt8(ascii: "\n")).enumerated().map { number, line in
            do {
                return try decoder.decode(DraftReading.self, from: line)
            } catch {
                throw UserError(
                    "Drafts/\(name)/readings.jsonl:\(number + 1): is no reading", remedy: "take the line out")
            }
        }
    }

    /// Adds a reading; the last one of a reader counts.
    ///
    /// - Throws: `UserError` when it cannot be written.
    public func add(_ reading: DraftReading) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        let line = try encoder.encode(reading) + Data("\n".utf8)
        // Several readers have servers of their own: the kernel puts each line behind the others.
        let descriptor = open(readingsFile.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        defer { if descriptor >= 0 { close(descriptor) } }
        let written =
            descriptor < 0
            ? -1
            : line.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
        guard written == line.count, fsync(descriptor) == 0 else {
            throw UserError(
                "Drafts/\(name)/readings.jsonl: cannot be written (\(String(cString: strerror(errno))))",
                remedy: "make room, or read a set in a folder that you may write")
        }
    }

    // MARK: - Accepting

    /// What is missing before it can become a sample; empty when nothing is.
    public func obstacles(readers: Int = 2) throws -> [String] {
        let digest = try digest()
        let last = Dictionary(try readings().map { ($0.reader, $0) }, uniquingKeysWith: { _, later in later })
        var obstacles: [String] = []
        var agreeing = 0
        for (reader, reading) in last.sorted(by: { $0.key < $1.key }) {
            if reading.digest != digest {
                obstacles.append("\(reader) read other files than those that are there now")
            } else if reading.agrees {
                agreeing += 1
            } else {
                let against = reading.objections.map { "\($0)" }.joined(separator: ", ")
                obstacles.append("\(reader) says no to question \(against)")
            }
        }
        if agreeing < readers { obstacles.append("\(readers) readers have to agree, and \(agreeing) do") }
        return obstacles
    }

    /// Makes it a sample: it gets its ID, and moves to `Samples/<type>/<id>/`. The record and the readings go with it.
    ///
    /// - Throws: `UserError` when the folder is there already, or cannot be written.
    public func accept(as id: SampleID, in dataset: URL) throws {
        let goal = dataset.appending(path: "Samples/\(id.type)/\(id)")
        guard !FileManager.default.fileExists(atPath: goal.path) else {
            throw UserError("\(goal.path): is there already")
        }
        var lines = try text("sample.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        lines.removeAll { $0.hasPrefix("status:") || $0.hasPrefix("type:") }
        let accepted = Data("id: \(id)\n\(lines.joined(separator: "\n"))".utf8)
        do {
            try FileManager.default.createDirectory(
                at: goal.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.moveItem(at: url, to: goal)
            try accepted.write(to: goal.appending(path: "sample.yaml"), options: .atomic)
        } catch {
            throw UserError("\(goal.path): cannot be written (\(error.localizedDescription))")
        }
    }

    // MARK: - Samples as records

    /// The files of a sample as a model would have written them, with the parts of `sample.yaml` apart.
    static func record(of sample: URL) throws -> DraftFiles {
        var files = DraftFiles()
        let paths =
            ["problem.md", "problem-cwe-aware.md", "insecure.py", "insecure-explanation.md", "secure.py"]
            + ["checks/functional.py", "checks/security.py"]
        for path in paths + ["sample.yaml"] {
            guard let text = try? String(contentsOf: sample.appending(path: path), encoding: .utf8) else {
                throw UserError("\(sample.path)/\(path): cannot be read", remedy: "name a whole sample")
            }
            files[path] = text
        }
        // A key at the start of a line, and the lines below it.
        var part: [(key: String, lines: [Substring])] = []
        for line in (files["sample.yaml"] ?? "").split(separator: "\n") where !line.hasPrefix("#") {
            if let first = line.first, first.isLetter {
                part.append((String(line.prefix { $0 != ":" }), [line]))
            } else if !part.isEmpty {
                part[part.count - 1].lines.append(line)
            }
        }
        files["sample.yaml"] = nil
        for (path, keys) in DraftFiles.yamlParts {
            let lines = part.filter { keys.contains($0.key) }.flatMap(\.lines)
            files[path] = lines.joined(separator: "\n") + "\n"
        }
        return files
    }
}
