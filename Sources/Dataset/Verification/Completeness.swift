import EvaluationCore

/// What can be seen to be missing without running anything.
enum Completeness {
    static func findings(in sample: Sample) -> [VerificationReport.Finding] {
        var findings: [VerificationReport.Finding] = []
        for (label, least) in [(Variant.Label.secure, 2), (.insecure, 2)] {
            let count = sample.variants.filter { $0.label == label }.count
            if count < least {
                findings.append(
                    .init(
                        sample: sample.id, path: "variants",
                        message: "has \(count) \(label.rawValue) variants; at least \(least) are needed"))
            }
        }
        for file in sample.checks {
            if file.checkNames.isEmpty {
                findings.append(.init(sample: sample.id, path: file.path, message: "holds no check"))
            }
            let repeated = Dictionary(grouping: file.checkNames, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
            for name in repeated {
                findings.append(
                    .init(sample: sample.id, path: file.path, message: "defines \(name) twice; the first never runs"))
            }
        }
        return findings
    }
}
