extension Study {
    /// What holds for all figures of a table.
    package func notes(aboutVerdicts: Bool) -> [String] {
        var notes = [
            """
            Brackets: 95 % intervals from \(bootstrap.replicates) bootstrap draws of samples \
            (seed \(bootstrap.seed)); exact binomial ones where all samples agree.
            """
        ]
        if aboutVerdicts, options.subset == .paper {
            notes.append("SEC and verdicts on 5 samples a type (seed \(options.seed)), CodeBLEU on all.")
        }
        if aboutVerdicts, people != nil {
            notes.append(
                "By people: what the raters of the review say, settled where they differ, over the samples of which they judged "
                    + "the first k answers; the checks beside, over the same.")
        }
        return notes
    }
}

extension Study {
    /// What becomes of `classify` answers that are no listed type.
    package var classifyNote: String {
        options.countsForeignTypesAsWrong
            ? "classify: answers that name none of the listed types count as wrong."
            : "classify: answers that name none of the listed types are left out, as in the paper, and counted beside."
    }
}
