package import EvaluationCore

/// No two samples of a type have the same place at their heart: ten variations of one sample would measure one thing.
package enum Hearts {
    package static func findings(in samples: [Sample]) -> [VerificationReport.Finding] {
        var first: [Heart: SampleID] = [:]
        return samples.sorted { $0.id < $1.id }.compactMap { sample in
            guard let place = sample.covers.first else { return nil }
            let heart = Heart(type: sample.type, place: place)
            guard let other = first[heart] else {
                first[heart] = sample.id
                return nil
            }
            return .init(
                sample: sample.id, path: "sample.yaml",
                message: "has '\(place)' at its heart, as \(other) has; 'covers' begins with another place")
        }
    }

    private struct Heart: Hashable {
        var type: WeaknessType.ID
        var place: String
    }
}
