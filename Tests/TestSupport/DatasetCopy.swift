public import Foundation

/// A copy of one sample of the real dataset that a test may break.
public struct DatasetCopy {
    /// Holds `types.yaml`, `Prompts` and `Samples`.
    public let folder: URL
    /// Of the one sample.
    public let sampleFolder: URL

    public init(of id: String, in temporary: URL) throws {
        folder = temporary.appending(path: "Dataset")
        let type = String(id.split(separator: "_")[0])
        let original = repositoryFolder.appending(path: "Dataset")
        let files = FileManager.default
        try files.createDirectory(at: folder.appending(path: "Samples/\(type)"), withIntermediateDirectories: true)
        for name in ["types.yaml", "Prompts", "Samples/\(type)/\(id)"] {
            try files.copyItem(at: original.appending(path: name), to: folder.appending(path: name))
        }
        sampleFolder = folder.appending(path: "Samples/\(type)/\(id)")
    }

    public func text(_ path: String) throws -> String {
        try String(contentsOf: sampleFolder.appending(path: path), encoding: .utf8)
    }

    public func write(_ text: String, to path: String) throws {
        try text.write(to: sampleFolder.appending(path: path), atomically: true, encoding: .utf8)
    }

    /// - Throws: when `old` does not occur, so that a test cannot pass by changing nothing.
    public func replace(_ old: String, with new: String, in path: String) throws {
        let text = try text(path)
        guard text.contains(old) else { throw NothingToReplace(text: old, path: path) }
        try write(text.replacing(old, with: new), to: path)
    }

    public func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: sampleFolder.appending(path: path))
    }

    struct NothingToReplace: Error {
        var text: String
        var path: String
    }
}
