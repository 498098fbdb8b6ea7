public import Foundation

/// The files of a sample's folder, by their paths in it.
public struct SampleFiles: Sendable {
    public var texts: [String: String]

    /// - Throws: when a file is no UTF-8 text.
    public init(folder: URL) throws {
        let root = folder.resolvingSymlinksInPath().path + "/"
        texts = [:]
        let found = FileManager.default.enumerator(
            at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
        while let url = found?.nextObject() as? URL {
            guard url.pathExtension == "py" || url.pathExtension == "md" || url.pathExtension == "yaml" else {
                continue
            }
            texts[String(url.path.dropFirst(root.count))] = try String(contentsOf: url, encoding: .utf8)
        }
    }

    /// The same sample in other words. What `sample.yaml` says for the dataset rather than for models stays.
    func translated(by perturbation: Perturbation) -> SampleFiles {
        var files = self
        for (path, text) in texts {
            files.texts[path] =
                path == "sample.yaml" ? Self.keepingKeys(text, perturbation) : perturbation.translated(text)
        }
        return files
    }

    private static let kept = ["#", "id:", "weaknesses:", "covers:", "packages:", "hard-by:"]

    private static func keepingKeys(_ text: String, _ perturbation: Perturbation) -> String {
        // Line by line only where a line is kept: a word and its article may stand on two.
        var result: [String] = []
        var between: [Substring] = []
        func flush() {
            if !between.isEmpty { result.append(perturbation.translated(between.joined(separator: "\n"))) }
            between = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if kept.contains(where: line.hasPrefix) {
                flush()
                result.append(String(line))
            } else {
                between.append(line)
            }
        }
        flush()
        return result.joined(separator: "\n")
    }

    public func write(to folder: URL) throws {
        for (path, text) in texts {
            let url = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }
}
