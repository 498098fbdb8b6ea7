import Foundation
import TestSupport

/// A program of the dataset, with another one for the same problem.
struct DatasetProgram: Sendable {
    var name: String
    var code: String
    var entryPoints: [String]
    /// The sample's insecure code, to stand in a thought or in an earlier draft.
    var draft: String

    /// Of every sample of the dataset the two solutions and `variants` other programs, spread over its list.
    static func some(variants: Int) throws -> [DatasetProgram] {
        let samples = repositoryFolder.appending(path: "Dataset/Samples")
        let files = FileManager.default
        return try files.contentsOfDirectory(atPath: samples.path).sorted().flatMap { type in
            try files.contentsOfDirectory(atPath: samples.appending(path: type).path).sorted().flatMap { id in
                try programs(of: samples.appending(path: "\(type)/\(id)"), variants)
            }
        }
    }

    private static func programs(of folder: URL, _ count: Int) throws -> [DatasetProgram] {
        let entryPoints = try entryPoints(of: folder)
        let draft = try String(contentsOf: folder.appending(path: "insecure.py"), encoding: .utf8)
        let variants = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "variants").path)
        let others = variants.filter { $0.hasSuffix(".py") }.sorted().map { "variants/\($0)" }
        let paths =
            ["secure.py", "insecure.py"]
            + (0..<min(count, others.count)).map { others[$0 * others.count / min(count, others.count)] }
        return try paths.map { path in
            DatasetProgram(
                name: "\(folder.lastPathComponent)/\(path)",
                code: try String(contentsOf: folder.appending(path: path), encoding: .utf8),
                entryPoints: entryPoints, draft: draft)
        }
    }

    /// From the list in `sample.yaml`: `- def find(a, b)`, `- class Finder`, `- app`.
    private static func entryPoints(of folder: URL) throws -> [String] {
        let text = try String(contentsOf: folder.appending(path: "sample.yaml"), encoding: .utf8)
        let lines = text.split(separator: "\n").drop { $0 != "entry-points:" }.dropFirst()
        return lines.prefix { $0.hasPrefix("  - ") }.map { line in
            let words = line.dropFirst(4).split(separator: " ")
            let name = words.first { $0 != "def" && $0 != "class" && $0 != "async" } ?? ""
            return String(name.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        }
    }
}
