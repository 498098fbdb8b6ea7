import EvaluationCore

/// A program with the verdict that it must get.
struct SolutionUnderTest: Sendable {
    enum Origin: Sendable { case reference, variant, mutant, stub }

    var origin: Origin
    var path: String
    var source: String
    var expected: Verdict.Kind

    /// All solutions of a sample. Those that are the same program stand together: what one is found to be, all are.
    static func grouped(of sample: Sample, _ programs: DatasetTools.Programs) -> [[SolutionUnderTest]] {
        var groups: [[SolutionUnderTest]] = []
        var places: [String: Int] = [:]
        for solution in all(of: sample, mutants: programs.mutants) {
            let digest = programs.digests[solution.name] ?? solution.name
            if let place = places[digest] {
                groups[place].append(solution)
            } else {
                places[digest] = groups.count
                groups.append([solution])
            }
        }
        return groups
    }

    /// As the tools call it.
    private var name: String { path.hasPrefix("<") ? String(path.dropFirst().dropLast()) : path }

    private static func all(of sample: Sample, mutants: [DatasetTools.Mutant]) -> [SolutionUnderTest] {
        let references = [
            SolutionUnderTest(origin: .reference, path: "secure.py", source: sample.secureCode, expected: .secure),
            SolutionUnderTest(
                origin: .reference, path: "insecure.py", source: sample.insecureCode, expected: .insecure),
        ]
        let variants = sample.variants.map { variant in
            SolutionUnderTest(
                origin: .variant, path: variant.path, source: variant.source, expected: variant.label.verdict)
        }
        let made = mutants.map { mutant in
            SolutionUnderTest(
                origin: mutant.expect == .incorrect ? .stub : .mutant, path: "<\(mutant.name)>", source: mutant.source,
                expected: mutant.expect)
        }
        return references + variants + made
    }
}

extension Variant.Label {
    fileprivate var verdict: Verdict.Kind {
        switch self {
        case .secure: .secure
        case .insecure: .insecure
        case .incorrect: .incorrect
        }
    }
}
