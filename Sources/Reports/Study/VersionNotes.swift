import EvaluationCore

extension Study {
    /// In what a run's versions differ from those of another run: nothing that differs is compared in silence.
    ///
    /// - Parameter judged: whether the figures come from the sandbox and CodeBLEU, so that their versions matter.
    package func versionNotes(ofRun run: Int, comparedTo other: Int = 0, judged: Bool) -> [String] {
        let (mine, others) = (runs[run].provenance, runs[other].provenance)
        var differences: [String] = []
        func compare(_ what: String, _ value: (Provenance) -> String) {
            guard value(mine) != value(others) else { return }
            differences.append("\(what) \(value(mine)) instead of \(value(others))")
        }
        compare("dataset") { short($0.datasetDigest) }
        compare("prompts") { short($0.promptsDigest) }
        compare("secucogen", \.toolVersion)
        if judged {
            compare("checks") { short($0.checksDigest) }
            compare("CodeBLEU", \.codeBLEU)
            if mine.sandbox != nil, others.sandbox != nil {
                compare("sandbox level") { $0.sandbox.map { String($0.level) } ?? "none" }
                compare("Python") { $0.sandbox?.pythonVersion ?? "none" }
                compare("runtime") { $0.sandbox.map { short($0.runtimeDigest) } ?? "none" }
                if mine.sandbox?.packages != others.sandbox?.packages { differences.append("other packages") }
            }
        }
        guard !differences.isEmpty else { return [] }
        return ["Other versions than \(names[other]): \(differences.joined(separator: ", ")). Compare with care."]
    }
}

private func short(_ digest: String) -> String { String(digest.prefix(8)) }
