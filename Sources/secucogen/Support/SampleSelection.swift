import ArgumentParser
import EvaluationCore

/// `--type`, `--sample` and `--limit`, alike in every command that works on samples.
struct SampleSelection: ParsableArguments {
    @Option(
        name: .customLong("type"), help: "Only samples of this weakness type, such as CWE-89. Repeatable.",
        completion: .types)
    var types: [String] = []

    @Option(
        name: [.customLong("sample"), .customLong("sample-id")],
        help: "Only this sample, such as CWE-89_01. Repeatable.", completion: .samples)
    var samples: [String] = []

    @Option(
        help: """
            The first so many of them, or a range such as 10-20 (counted from 1). The order is that of 'dataset list': by type.
            """)
    var limit: String?

    /// - Throws: `UserError` naming what does not exist, with the nearest that does.
    func select(from all: [Sample], types known: [WeaknessType]) throws -> [Sample] {
        let types = try types.map { name in
            guard let type = known.first(where: { $0.id.description.lowercased() == name.lowercased() }) else {
                throw UserError(
                    "unknown weakness type '\(name)'",
                    remedy: Self.merged(name, known) ?? "known: \(known.map(\.id.description).joined(separator: ", "))")
            }
            return type.id
        }
        let samples = try samples.map { name in
            guard let sample = all.first(where: { $0.id.description.lowercased() == name.lowercased() }) else {
                throw Self.unknown(name, among: all)
            }
            return sample.id
        }
        let chosen = all.filter { sample in
            (types.isEmpty && samples.isEmpty) || types.contains(sample.type)
                || samples.contains(sample.id)
        }
        let (first, last) = try bounds(count: chosen.count)
        guard first <= last else { throw UserError("no sample is left", remedy: "widen --limit, --type or --sample") }
        return Array(chosen[(first - 1)..<last])
    }

    static func unknown(_ name: String, among all: [Sample]) -> UserError {
        let ofType = all.filter { name.lowercased().hasPrefix($0.type.description.lowercased() + "_") }.map(
            \.id.description)
        let remedy =
            ofType.isEmpty
            ? "`secucogen dataset list` shows those there are"
            : "of its type there are \(ofType.joined(separator: ", "))"
        return UserError("unknown sample '\(name)'", remedy: remedy)
    }

    /// `CWE-862` is one of the four of a type that goes by another name.
    private static func merged(_ name: String, _ known: [WeaknessType]) -> String? {
        known.first { type in
            type.weaknesses.count > 1 && type.weaknesses.contains { $0.id.lowercased() == name.lowercased() }
        }.map { "it is part of \($0.id)" }
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
