import EvaluationCore
import Reports
import Testing

@Suite struct AgreementTests {
    private let bootstrap = ClusterBootstrap(seed: 1, replicates: 200)

    private func value(_ coefficient: any AgreementCoefficient, _ ratings: Ratings) -> Double? {
        coefficient.estimate(ratings, bootstrap: bootstrap)?.value
    }

    private func ratings(_ items: [[Int?]], categories: Int = 3) -> Ratings {
        var ratings = Ratings(categories: categories, raters: items[0].count)
        for (number, item) in items.enumerated() { ratings.add(item, cluster: "\(number / 2)") }
        return ratings
    }

    /// Ratings of items that are alike to a degree, with gaps.
    private func drawn(_ generator: inout SeededGenerator, raters: Int, gaps: Bool) -> Ratings {
        let categories = Int.random(in: 2...4, using: &generator)
        var ratings = Ratings(categories: categories, raters: raters)
        let care = Double.random(in: 0...1, using: &generator)
        for item in 0..<Int.random(in: 5...60, using: &generator) {
            let truth = Int.random(in: 0..<categories, using: &generator)
            let row = (0..<raters).map { _ -> Int? in
                if gaps, Double.random(in: 0..<1, using: &generator) < 0.2 { return nil }
                let isCareful = Double.random(in: 0..<1, using: &generator) < care
                return isCareful ? truth : Int.random(in: 0..<categories, using: &generator)
            }
            ratings.add(row, cluster: "\(item / 2)")
        }
        return ratings
    }

    @Test(arguments: builtInCoefficients.indices)
    func `raters who always agree, over varied items, agree wholly`(number: Int) {
        #expect(value(builtInCoefficients[number], ratings([[0, 0], [1, 1], [2, 2], [0, 0]])) == 1)
    }

    @Test func `where nothing varies, chance explains everything but for Gwet`() {
        let same = ratings([[1, 1], [1, 1], [1, 1]])
        #expect(value(PercentAgreement(), same) == 1)
        #expect(value(CohenKappa(), same) == nil)
        #expect(value(FleissKappa(), same) == nil)
        #expect(value(KrippendorffAlpha(), same) == nil)
        #expect(value(GwetAC1(), same) == 1)
    }

    @Test(arguments: builtInCoefficients.indices)
    func `one rater, no item in common, and no item at all have no agreement`(number: Int) {
        let coefficient = builtInCoefficients[number]
        #expect(value(coefficient, ratings([[0], [1], [2]])) == nil)
        #expect(value(coefficient, ratings([[0, nil], [nil, 1], [nil, nil]])) == nil)
        #expect(value(coefficient, Ratings(categories: 3, raters: 2)) == nil)
    }

    @Test func `with nearly all items of one category κ falls and AC1 does not`() throws {
        let rows: [[Int?]] = Array(repeating: [0, 0], count: 45) + [[0, 1], [1, 0], [0, 1], [1, 0], [0, 1]]
        let skewed = ratings(rows, categories: 2)
        #expect(try #require(value(CohenKappa(), skewed)) < 0)
        #expect(try #require(value(GwetAC1(), skewed)) > 0.88)
    }

    @Test func `a pair of raters and merged categories are those of the same items`() {
        let three = ratings([[0, 1, nil], [1, 1, 2], [2, 0, 0]])
        #expect(three.pair(0, 2).items == [[0, nil], [1, 2], [2, 0]])
        #expect(three.merged([0, 1, 1], categories: 2).items == [[0, 1, nil], [1, 1, 1], [1, 0, 0]])
        #expect(three.overlap == 3 && three.pair(0, 2).overlap == 2)
    }

    @Test func `an interval comes from samples drawn whole`() throws {
        var generator = SeededGenerator(seed: 5)
        let drawn = drawn(&generator, raters: 2, gaps: false)
        let estimate = try #require(CohenKappa().estimate(drawn, bootstrap: bootstrap))
        let interval = try #require(estimate.interval)
        #expect(interval.lower <= estimate.value && estimate.value <= interval.upper)
        var oneSample = Ratings(categories: drawn.categories, raters: 2)
        for item in drawn.items { oneSample.add(item, cluster: "the same") }
        let alone = try #require(CohenKappa().estimate(oneSample, bootstrap: bootstrap))
        #expect(alone.value == estimate.value && alone.interval == nil)
        // Samples that only one of them judged do not make an interval.
        oneSample.add([0, nil], cluster: "another")
        oneSample.add([nil, 1], cluster: "a third")
        for coefficient in builtInCoefficients {
            #expect(coefficient.estimate(oneSample, bootstrap: bootstrap)?.interval == nil)
        }
    }

    private struct Case: Encodable {
        var items: [[Int?]]
        var categories: Int

        init(_ ratings: Ratings) { (items, categories) = (ratings.items, ratings.categories) }
    }

    private func compare(
        _ coefficient: any AgreementCoefficient, raters: ClosedRange<Int>, gaps: Bool, with program: String
    ) throws {
        var generator = SeededGenerator(seed: 11)
        let cases = (0..<120).map { _ in
            drawn(&generator, raters: Int.random(in: raters, using: &generator), gaps: gaps)
        }
        let references: [Double?] = try ReferencePython.run(program, on: cases.map(Case.init))
        #expect(references.count { $0 != nil } > 100)
        for (ratings, reference) in zip(cases, references) {
            let ours = value(coefficient, ratings)
            switch (ours, reference) {
            case (let ours?, let reference?): #expect(abs(ours - reference) < 1e-12, "\(ratings)")
            default: #expect(ours == nil && reference == nil, "\(ratings)")
            }
        }
    }

    @Test(.enabled(if: ReferencePython.isWanted, ReferencePython.reason))
    func `Cohen's κ equals scikit-learn's`() throws {
        try compare(
            CohenKappa(), raters: 2...2, gaps: true,
            with: """
                import math
                from sklearn.metrics import cohen_kappa_score
                def kappa(case):
                    both = [row for row in case["items"] if None not in row]
                    if not both:
                        return None
                    found = cohen_kappa_score(*zip(*both), labels=list(range(case["categories"])))
                    return None if math.isnan(found) else float(found)
                answer = [kappa(case) for case in data]
                """)
    }

    @Test(.enabled(if: ReferencePython.isWanted, ReferencePython.reason))
    func `Fleiss' κ equals statsmodels'`() throws {
        try compare(
            FleissKappa(), raters: 2...6, gaps: false,
            with: """
                import math
                import numpy
                from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa
                def kappa(case):
                    table, _ = aggregate_raters(numpy.array(case["items"]), n_cat=case["categories"])
                    found = float(fleiss_kappa(table))
                    return None if math.isnan(found) else found
                answer = [kappa(case) for case in data]
                """)
    }

    @Test(.enabled(if: ReferencePython.isWanted, ReferencePython.reason))
    func `Krippendorff's α equals the package krippendorff's`() throws {
        try compare(
            KrippendorffAlpha(), raters: 2...6, gaps: true,
            with: """
                import krippendorff
                import numpy
                def alpha(case):
                    rows = numpy.array([[numpy.nan if one is None else one for one in row] for row in case["items"]], dtype=float)
                    return float(krippendorff.alpha(rows.T, level_of_measurement="nominal"))
                answer = [alpha(case) for case in data]
                """)
    }

    @Test(.enabled(if: ReferencePython.isWanted, ReferencePython.reason))
    func `Gwet's AC1 equals the formulas of his paper, written in numpy`() throws {
        try compare(
            GwetAC1(), raters: 2...6, gaps: true,
            with: """
                import numpy
                def ac1(case):
                    table = numpy.array([[row.count(k) for k in range(case["categories"])] for row in case["items"]], dtype=float)
                    said = table.sum(axis=1)
                    pairs = table[said >= 2]
                    n = pairs.sum(axis=1)
                    observed = ((pairs * (pairs - 1)).sum(axis=1) / (n * (n - 1))).mean()
                    shares = (table[said > 0] / said[said > 0][:, None]).mean(axis=0)
                    chance = (shares * (1 - shares)).sum() / (case["categories"] - 1)
                    return float((observed - chance) / (1 - chance))
                answer = [ac1(case) for case in data]
                """)
    }
}
