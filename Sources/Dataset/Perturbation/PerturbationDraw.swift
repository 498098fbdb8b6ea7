import EvaluationCore

/// Draws what is written otherwise in one sample.
struct PerturbationDraw {
    let lexicon: Lexicon
    /// Names that mean something to the harness, and so cannot be given to functions or taken from them.
    let reserved: Set<String>

    /// A word's stand-in is of its kind, stands nowhere in the sample, and, where there is a choice, begins alike and is as long: lists that
    /// are sorted stay so, and limits of length hold.
    ///
    /// - Parameter texts: everything of the sample that has words.
    /// - Returns: an empty list where nothing in it is known here.
    func changes(of sample: Sample, in texts: [String], seed: UInt32) -> [Perturbation.Change] {
        var generator = SeededGenerator(seed: seed, stream: "perturb \(sample.id)")
        var present = WordsOfText()
        for text in texts { present.add(text) }
        var changes: [Perturbation.Change] = []
        for group in lexicon.groups {
            let known = group.isOfNames ? present.whole : present.parts
            var free = group.words.filter {
                $0.forms.allSatisfy { !present.whole.contains($0) && !present.parts.contains($0) }
            }
            for word in group.words where word.forms.contains(where: known.contains) {
                guard let index = choose(among: free, for: word, &generator) else { break }
                let new = free.remove(at: index)
                changes.append(group.isOfNames ? .name(word.singular, new.singular) : .word(word, new))
            }
        }
        changes += functions(of: sample, changes, present, &generator)
        let years = [-8, -4, 4, 8]
        let shift = Perturbation.Change.years(years[generator.number(below: years.count)])
        if texts.contains(where: { Perturbation([shift]).translated($0) != $0 }) { changes.append(shift) }
        return changes
    }

    private func choose(among free: [Lexicon.Word], for word: Lexicon.Word, _ generator: inout SeededGenerator) -> Int?
    {
        guard !free.isEmpty else { return nil }
        let ranked = free.indices.map { index in
            let other = free[index].singular
            let begins = other.first == word.singular.first ? 0 : 3
            return (index, begins + abs(other.count - word.singular.count), generator.next())
        }.sorted { ($0.1, $0.2) < ($1.1, $1.2) }
        return ranked[generator.number(below: min(3, ranked.count))].0
    }

    /// New names for the functions that the Problem asks for. Classes and parameters get theirs from their words.
    private func functions(
        of sample: Sample, _ changes: [Perturbation.Change], _ present: WordsOfText, _ generator: inout SeededGenerator
    ) -> [Perturbation.Change] {
        let perturbation = Perturbation(changes)
        return sample.entryPoints.filter { $0.signature.contains("def ") && !reserved.contains($0.name) }.compactMap {
            entry in
            let parts = entry.name.split(separator: "_").map(String.init)
            guard let name = otherName(parts, perturbation, &generator) else { return nil }
            guard !reserved.contains(name), !present.names.contains(name) else { return nil }
            return .function(entry.name, name)
        }
    }

    /// `fetch_label` for `read_label`; where the first word is no known verb, the last comes first: `list_visit` for `visit_list`.
    private func otherName(
        _ parts: [String], _ perturbation: Perturbation, _ generator: inout SeededGenerator
    ) -> String? {
        let rest = parts.dropFirst().map(perturbation.translated)
        if let verbs = lexicon.verbs.first(where: { $0.contains(parts[0]) }) {
            let others = verbs.filter { $0 != parts[0] }
            return ([others[generator.number(below: others.count)]] + rest).joined(separator: "_")
        }
        guard let last = rest.last else { return nil }
        return ([last, perturbation.translated(parts[0])] + rest.dropLast()).joined(separator: "_")
    }
}

/// The words that stand in texts, in small letters.
private struct WordsOfText {
    /// Runs of letters.
    var whole: Set<String> = []
    /// Runs of letters, parted at capitals.
    var parts: Set<String> = []
    /// Names as Python knows them.
    var names: Set<String> = []

    mutating func add(_ text: String) {
        for match in text.matches(of: /[A-Za-z_][A-Za-z_0-9]*/) { names.insert(String(match.output)) }
        for match in text.matches(of: /[A-Za-z]+/) { whole.insert(match.output.lowercased()) }
        for match in text.matches(of: /[A-Z]?[a-z]+|[A-Z]+/) { parts.insert(match.output.lowercased()) }
    }
}

extension SeededGenerator {
    /// The same on every machine and with every version of the standard library, which promises that for no method of its own.
    fileprivate mutating func number(below count: Int) -> Int { Int(next() % UInt64(count)) }
}
