internal import Crypto
internal import EvaluationCore
internal import Foundation

/// SHA-256 of a model file. Digests are remembered by path, size and time of change, so that a large file is read once.
enum GGUFDigest {
    private struct Entry: Codable {
        var size: Int
        var changed: Double
        var sha256: String
    }

    /// - Parameter cache: a JSON file; nil remembers nothing.
    /// - Throws: `UserError` when the file cannot be read.
    static func sha256(of path: String, cache: URL?) throws -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
        let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        var known = cache.flatMap { try? JSONDecoder().decode([String: Entry].self, from: Data(contentsOf: $0)) } ?? [:]
        if let entry = known[path], entry.size == size, entry.changed == changed { return entry.sha256 }

        guard let file = FileHandle(forReadingAtPath: path) else {
            throw UserError("the model file '\(path)' cannot be read", remedy: "check the path")
        }
        defer { try? file.close() }
        var hash = SHA256()
        while let chunk = try file.read(upToCount: 4 << 20), !chunk.isEmpty { hash.update(data: chunk) }
        let digest = hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()

        known[path] = Entry(size: size, changed: changed, sha256: digest)
        if let cache, let data = try? JSONEncoder().encode(known) {
            try? FileManager.default.createDirectory(
                at: cache.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? data.write(to: cache, options: .atomic)
        }
        return digest
    }

    static func defaultCache(_ environment: [String: String]) -> URL? {
        let folder =
            environment["XDG_CACHE_HOME"].map { URL(fileURLWithPath: $0) }
            ?? environment["HOME"].map { URL(fileURLWithPath: $0).appendingPathComponent(".cache") }
        return folder?.appendingPathComponent("secucogen/gguf-digests.json")
    }
}
