import ArgumentParser
import EvaluationCore

/// `--type`, `--sample` and `--limit`, alike in every command that works on samples.
struct SampleSelection: ParsableArguments {
    @Option(name: .customLong("type"), help: "Only samples of this weakness type, such as CWE-89. Repeatable.")
    var types: [String] = []

    @Option(
        name: [.customLong("sample"), .customLong("sample-id")],
        help: "Only this sample, such as CWE-89_01. Repeatable.")
    var samples: [String] = []

    @Option(help: "At most this many samples, or a range such as 10-20 (counted from 1).")
    var limit: String?

    /// - Throws: `UserError` naming what does not exist, with the nearest that does.
    func select(from all: [Sample], types known: [WeaknessType]) throws -> [Sample] {
        for type in types where !known.contains(where: { $0.id.description == type }) {
            throw UserError(
                "unknown weakness type '\(type)'",
                remedy: "known: \(known.map(\.id.description).joined(separator: ", "))")
        }
        for sample in samples where !all.contains(where: { $0.id.description == sample }) {
            throw UserError("unknown sample '\(sample)'", remedy: "`secucogen dataset list` shows those there are")
        }
        let chosen = all.filter { sample in
            (types.isEmpty && samples.isEmpty) || types.contains(sample.type.description)
                || samples.contains(sample.id.description)
        }
        let (first, last) = try bounds(count: chosen.count)
        guard first <= last else { throw UserError("no sample is left", remedy: "widen --limit, --type or --sample") }
        return Array(chosen[(first - 1)..<last])
    }

    private func bounds(count: Int) throws -> (first: Int, last: Int) {
        guard let limit else { return (1, count) }
        let parts = limit.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
        case (1, let most?, _) where most > 0: return (1, min(most, count))
        case (2, let first?, let last?) where first > 0 && last >= first: return (first, min(last, count))
        default: throw UserError("--limit '\(limit)' is neither a number nor a range", remedy: "write 10 or 10-20")
        }
    }
}
