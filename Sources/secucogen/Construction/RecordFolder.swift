import Dataset
import EvaluationCore
import Foundation

/// `Construction/<type>/` of a growing set: the dialogues step by step, and the records that came to an end.
struct RecordFolder {
    private let folder: URL

    init(_ type: WeaknessType.ID, in set: URL) { folder = set.appending(path: "Construction/\(type)") }

    /// - Returns: nil when the record did not come to its end.
    func record(_ number: Int) throws -> ConstructionRecord? {
        try decoded("record-\(number).json")
    }

    func keep(_ record: ConstructionRecord) throws { try write(record, "record-\(record.number).json") }

    /// - Parameter side: `author` or `second`.
    func steps(_ number: Int, _ side: String) throws -> [AttemptStep] {
        try decoded("steps-\(number)-\(side).json") ?? []
    }

    func keep(_ steps: [AttemptStep], _ number: Int, _ side: String) throws {
        try write(steps, "steps-\(number)-\(side).json")
    }

    private func decoded<Value: Decodable>(_ name: String) throws -> Value? {
        let file = folder.appending(path: name)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
        } catch {
            throw UserError("\(file.path): cannot be read", remedy: "remove it, and that record is made anew")
        }
    }

    private func write(_ value: some Encodable, _ name: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try encoder.encode(value).write(to: folder.appending(path: name), options: .atomic)
        } catch {
            throw UserError(
                "\(folder.path)/\(name): cannot be written (\(error.localizedDescription))",
                remedy: "give an --into that you may write")
        }
    }
}
