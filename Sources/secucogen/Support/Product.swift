import Dataset
import EvaluationCore
import Foundation

enum Product {
    static let version = "0.1.0"

    /// Version, commit and what the dataset is, in one line; as much as can be found out.
    static func described() -> String {
        guard let home = try? Home.find(nil) else { return "secucogen \(version)" }
        let commit = commit(of: home).map { " (\($0))" } ?? ""
        guard let dataset = try? DatasetLoader(folder: home.dataset).load() else {
            return "secucogen \(version)\(commit)"
        }
        let checks = Digests.checks(of: dataset.samples).prefix(8)
        return "secucogen \(version)\(commit), dataset of \(dataset.samples.count) samples, checks \(checks)"
    }

    /// What a package was made from, written into it; or the commit that a clone stands at.
    private static func commit(of home: Home) -> String? {
        func read(_ path: String) -> String? {
            (try? String(contentsOf: home.folder.appending(path: path), encoding: .utf8))?
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
        if let written = read("commit.txt") { return written }
        guard let head = read(".git/HEAD") else { return nil }
        let whole = head.hasPrefix("ref: ") ? read(".git/" + head.dropFirst(5)) : head
        return whole.map { String($0.prefix(12)) }
    }
}
