import EvaluationCore

extension Study {
    /// How far people agree with each other and with the checks: over three verdicts, over secure-or-not, by type; and
    /// every item on which somebody differs.
    ///
    /// Who cannot tell is left out of an item, and so is a check that could not. Intervals come from samples drawn whole.
    public func agreementTables(_ items: [ReviewedItem]) -> [Table] {
        let raters = Set(items.flatMap(\.raters.keys)).sorted()
        let three = ratings(items, raters)
        let notes = [
            "Left out of an item: who cannot tell, and checks that could not.",
            "Without a figure: nothing that both judged, or nothing that varies.",
            "Brackets: 95 % bootstrap intervals over samples, \(bootstrap.replicates) replicates, seed \(bootstrap.seed).",
        ]
        return [
            table("review-verdicts", "Agreement on secure, insecure and incorrect", three, raters, notes),
            table(
                "review-secure", "Agreement on secure or not", three.merged([0, 1, 1], categories: 2), raters, notes),
            byType(items, raters), disputed(items, raters), decided(items),
        ].filter { $0.id != "review-decisions" || !$0.rows.isEmpty }
    }

    /// A column a rater, the checks behind them, and last what people say together.
    private func ratings(_ items: [ReviewedItem], _ raters: [String]) -> Ratings {
        var ratings = Ratings(categories: ReviewedItem.categories.count, raters: raters.count + 2)
        for item in items {
            let together = item.people.flatMap { ReviewedItem.categories.firstIndex(of: $0) }
            let said = raters.map(item.category) + [item.checks.flatMap(ReviewedItem.category), together]
            ratings.add(said, cluster: item.item.sample.description)
        }
        return ratings
    }

    private func table(
        _ id: String, _ title: String, _ ratings: Ratings, _ raters: [String], _ notes: [String]
    ) -> Table {
        var rows: [(name: String, ratings: Ratings)] = []
        for first in raters.indices {
            for second in raters.indices.dropFirst(first + 1) {
                rows.append(("\(raters[first]) and \(raters[second])", ratings.pair(first, second)))
            }
        }
        if raters.count > 2 {
            var people = Ratings(categories: ratings.categories, raters: raters.count)
            for (item, cluster) in zip(ratings.items, ratings.clusters) {
                people.add(Array(item.dropLast(2)), cluster: cluster)
            }
            rows.append(("all raters", people))
        }
        for rater in raters.indices {
            rows.append(("\(raters[rater]) and the checks", ratings.pair(rater, raters.count)))
        }
        if raters.count > 1, ratings.items.contains(where: { $0.last! != nil }) {
            rows.append(("people together and the checks", ratings.pair(raters.count + 1, raters.count)))
        }
        return Table(
            id: id, title: title,
            columns: [Table.Column("who", "Who"), .init("items", "Items", format: .count)]
                + builtInCoefficients.map { .init($0.name, $0.name, format: .decimals(3), isMain: $0 is CohenKappa) },
            rows: rows.map { name, ratings in
                Table.Row(
                    id: name, kind: .dataset,
                    cells: [Cell(.text(name)), Cell(.count(ratings.overlap))]
                        + builtInCoefficients.map { Cell($0.estimate(ratings, bootstrap: bootstrap)) })
            },
            notes: notes)
    }

    private func byType(_ items: [ReviewedItem], _ raters: [String]) -> Table {
        let types = inOrder(Set(items.map(\.item.sample.type)))
        return Table(
            id: "review-types", title: "Agreement with the checks, by type",
            columns: [Table.Column("type", "Type"), .init("items", "Items", format: .count)]
                + raters.flatMap { rater in
                    [
                        Table.Column("\(rater) items", "judged", group: rater, format: .count),
                        .init("\(rater) agreement", "agreement", group: rater, format: .decimals(3)),
                    ]
                },
            rows: types.map { type in
                let some = items.filter { $0.item.sample.type == type }
                let ratings = ratings(some, raters)
                return Table.Row(
                    id: type.description, kind: .dataset,
                    cells: [Cell(.text(type.description)), Cell(.count(some.count))]
                        + raters.indices.flatMap { rater -> [Cell] in
                            let pair = ratings.pair(rater, raters.count)
                            return [
                                Cell(.count(pair.overlap)),
                                Cell(PercentAgreement().estimate(pair, bootstrap: bootstrap)),
                            ]
                        })
            })
    }

    /// How differences were settled, and why there were any.
    private func decided(_ items: [ReviewedItem]) -> Table {
        let rows = items.flatMap { item in
            Decision.Phase.allCases.compactMap { item.decisions[$0] }.map { (item, $0) }
        }
        return Table(
            id: "review-decisions", title: "How differences were settled",
            columns: [
                Table.Column("item", "Item"), .init("sample", "Sample"), .init("phase", "Phase"),
                .init("checks", "Checks"),
                .init("decided", "Decided"), .init("reason", "Reason"), .init("note", "Note"),
            ],
            rows: rows.map { item, decision in
                Table.Row(
                    id: "\(item.item.id)/\(decision.phase.rawValue)", kind: .dataset,
                    cells: [
                        Cell(.text(item.item.id)), Cell(.text(item.item.sample.description)),
                        Cell(.text(decision.phase.rawValue)),
                        Cell(.text(item.checks?.rawValue ?? "–"), verdict: item.checks),
                        Cell(.text(decision.verdict.rawValue)), Cell(.text(decision.reason.rawValue)),
                        Cell(.text(decision.note ?? "")),
                    ])
            },
            notes: [
                "blind: raters differed, and what the checks say was not shown. with-checks: people and checks differed, and "
                    + "both were shown."
            ])
    }

    private func disputed(_ items: [ReviewedItem], _ raters: [String]) -> Table {
        let disputed = items.filter(\.isDisputed)
        return Table(
            id: "review-disputed", title: "Items on which somebody differs",
            columns: [Table.Column("item", "Item"), .init("sample", "Sample")]
                + raters.map { .init($0, $0) } + [.init("checks", "Checks")],
            rows: disputed.map { item in
                Table.Row(
                    id: item.item.id, kind: .dataset,
                    cells: [Cell(.text(item.item.id)), Cell(.text(item.item.sample.description))]
                        + raters.map { Cell(.text(item.raters[$0]?.rawValue ?? "–")) }
                        + [Cell(.text(item.checks?.rawValue ?? "–"), verdict: item.checks)])
            },
            notes: ["\(disputed.count) of \(items.count) items."])
    }
}
