import EvaluationCore

extension Study {
    /// How often the checks were right at first judgement: of half-measures, the share that was called insecure; of right
    /// programs, the share that was called anything but secure. By round, by type for the last round, and for the last
    /// half-measures of each type, which decide whether the type is done.
    ///
    /// Intervals are exact: each program is a trial of its own.
    public func accuracyTables(_ programs: [JudgedProgram]) -> [Table] {
        let rounds = Dictionary(grouping: programs, by: \.round).sorted { $0.key < $1.key }
        var tables = [
            table(
                "accuracy-rounds", "Accuracy of the checks at first judgement, by round", "Round",
                rounds.map { ("\($0)", $1) })
        ]
        if let (number, last) = rounds.last {
            let types = inOrder(Set(programs.map(\.sample.type)))
            tables.append(
                table(
                    "accuracy-types", "Accuracy in round \(number), by type", "Type",
                    types.map { type in (type.description, last.filter { $0.sample.type == type }) } + [("all", last)]))
            tables.append(saturation(rounds.flatMap(\.value), types))
        }
        return tables
    }

    /// A type is done when at least `enough` of its last `counted` half-measures were found at first judgement.
    private static let (counted, enough) = (12, 10)

    private func saturation(_ programs: [JudgedProgram], _ types: [WeaknessType.ID]) -> Table {
        let (counted, enough) = (Self.counted, Self.enough)
        return Table(
            id: "accuracy-saturation", title: "The last \(counted) half-measures of each type",
            columns: [
                Table.Column("group", "Type"), .init("half-measures", "Half-measures", format: .count),
                .init("found", "Found", format: .count), .init("recall", "Recall", format: .decimals(3), isMain: true),
                .init("done", "Done"),
            ],
            rows: types.map { type in
                let last = programs.filter { $0.sample.type == type && $0.expected == .insecure }.suffix(counted)
                let found = last.count { $0.first == .insecure }
                let isDone = last.count == counted && found >= enough
                return Table.Row(
                    id: type.description, kind: .dataset,
                    cells: [
                        Cell(.text(type.description)), Cell(.count(last.count)), Cell(.count(found)),
                        share(found, last.count), Cell(.text(isDone ? "yes" : "no")),
                    ])
            },
            notes: [
                "Done: at least \(enough) of \(counted) were found at first judgement, over all samples of the type."
            ])
    }

    private func table(
        _ id: String, _ title: String, _ first: String, _ groups: [(name: String, programs: [JudgedProgram])]
    ) -> Table {
        Table(
            id: id, title: title,
            columns: [
                Table.Column("group", first), .init("half-measures", "Half-measures", format: .count),
                .init("found", "Found", format: .count), .init("recall", "Recall", format: .decimals(3), isMain: true),
                .init("right", "Right programs", format: .count), .init("alarms", "Called otherwise", format: .count),
                .init("false-alarms", "False alarms", format: .decimals(3), isMain: true),
            ],
            rows: groups.map { name, programs in
                let wrong = programs.filter { $0.expected == .insecure }
                let right = programs.filter { $0.expected == .secure }
                let found = wrong.count { $0.first == .insecure }
                let alarms = right.count { $0.first != .secure }
                return Table.Row(
                    id: name, kind: name == "all" ? .average : .dataset,
                    cells: [
                        Cell(.text(name)), Cell(.count(wrong.count)), Cell(.count(found)), share(found, wrong.count),
                        Cell(.count(right.count)), Cell(.count(alarms)), share(alarms, right.count),
                    ])
            },
            notes: [
                "Half-measures and right programs are by writers who saw only the two texts; all of a round were judged before anything was mended.",
                "Brackets: exact 95 % intervals (Clopper and Pearson) over programs.",
            ])
    }

    private func share(_ part: Int, _ all: Int) -> Cell {
        all == 0 ? .none : Cell(.number(Double(part) / Double(all)), interval: exactInterval(of: part, in: all))
    }
}
