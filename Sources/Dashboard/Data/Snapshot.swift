import EvaluationCore
import Reports

/// All runs at one moment, and what every page needs to know of them.
struct Snapshot: Sendable {
    let version: [Int]
    let study: Study
    /// For each run its planned attempts, in the order of their keys.
    let rows: [[AttemptRow]]

    init(_ sources: [any RunSource], _ library: Library, version: [Int]) throws {
        self.version = version
        let runs = try sources.map { try $0.results() }
        let titles = Dictionary(uniqueKeysWithValues: library.samples.map { ($0.id, $0.title) })
        study = Study(runs: runs, types: library.types, titles: titles)
        rows = try zip(runs.indices, sources).map { index, source in
            try AttemptRow.rows(of: runs[index], run: index, reasons: source.reasons(), titles: titles)
        }
    }

    func row(_ run: Int, _ key: AttemptKey) -> AttemptRow? {
        guard rows.indices.contains(run) else { return nil }
        return position(run, key).map { rows[run][$0] }
    }

    /// By halving, since the rows are in the order of their keys.
    func position(_ run: Int, _ key: AttemptKey) -> Int? {
        let rows = rows[run]
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].key == key ? low : nil
    }
}

/// One planned attempt in a list.
struct AttemptRow: Sendable, Hashable {
    var run: Int
    var key: AttemptKey
    var title: String
    /// `secure`, `CWE-89`, `missing`, …; what the list can be narrowed to.
    var judged: String
    var cause: String
    /// 0 to 100; nil for labels, and where there is no score.
    var codeBLEU: Double?
    var reason: String
    /// Nil for labels.
    var kind: Verdict.Kind?

    static func rows(
        of results: RunResults, run: Int, reasons: [AttemptKey: String], titles: [SampleID: String]
    ) -> [AttemptRow] {
        let made = Dictionary(results.attempts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let planned = results.plan.attemptKeys()
        let isPlanned = Set(planned)
        let more = results.attempts.map(\.key).filter { !isPlanned.contains($0) }
        let keys: [AttemptKey] = (planned + more).sorted()
        return keys.map { key in
            AttemptRow(key, made[key], run: run, title: titles[key.sample] ?? "", reason: reasons[key] ?? "")
        }
    }

    /// - Parameter result: nil for an attempt that was not made.
    private init(_ key: AttemptKey, _ result: AttemptResult?, run: Int, title: String, reason: String) {
        self.run = run
        self.key = key
        self.title = title
        self.reason = reason
        judged = TracedAttempt(key: key, result: result).judgement
        cause = result?.refusal.map { "refused: \($0)" } ?? ""
        guard case .code(let kind, let found, _, let similarity)? = result?.score else { return }
        judged = kind.rawValue
        self.kind = kind
        cause = found ?? cause
        codeBLEU = 100 * similarity
    }
}
