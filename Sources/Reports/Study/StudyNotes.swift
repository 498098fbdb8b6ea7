extension Study {
    /// What holds for all figures of a table.
    package func notes(aboutVerdicts: Bool) -> [String] {
        var notes = [
            """
            Brackets: 95 % intervals from \(bootstrap.replicates) bootstrap draws of samples (seed \(bootstrap.seed)); exact \
            binomial ones where all samples agree.
            """
        ]
        if aboutVerdicts, options.subset == .paper {
            notes.append("SEC and verdicts on 5 samples a type (seed \(options.seed)), CodeBLEU on all.")
        }
        return notes
    }
}
