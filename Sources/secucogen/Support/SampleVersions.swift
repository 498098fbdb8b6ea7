import Dataset
import EvaluationCore
import Foundation
import RunStore

enum SampleVersions {
    /// - Throws: `UserError` when a sample was asked in another version than the dataset has, or is gone.
    static func check(_ file: RunFile, against samples: [Sample]) throws {
        let present = Dictionary(uniqueKeysWithValues: samples.map { ($0.id, Digests.texts(of: [$0])) })
        for (id, digest) in try file.sampleDigests().sorted(by: { $0.key < $1.key }) where present[id] != digest {
            let state = present[id] == nil ? "is not in the dataset" : "was asked in another version"
            throw UserError(
                "\(file.url.path): \(id) \(state)",
                remedy: "score with the dataset that the run was made with (--dataset)")
        }
    }
}
