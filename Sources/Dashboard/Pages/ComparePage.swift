import EvaluationCore
import Reports

/// Which comparisons there are: every later run with the first, and the tasks of each run with its first.
struct CompareIndexPage: Page {
    func content(_ request: Site.Request) throws -> PageContent? {
        guard request.path == "compare.html" else { return nil }
        let study = request.study
        // A form of the server's names two sides.
        if let first = request.query["first"].flatMap(Links.side),
            let second = request.query["second"].flatMap(Links.side),
            let content = try ComparePage().content(first, second, request)
        {
            return content
        }
        let pairs = Self.pairs(study)
        return PageContent(
            title: "Compare", section: .compare, template: "compare-index",
            values: [
                "pairs": pairs.map { first, second -> [String: Any] in
                    [
                        "first": name(first, study), "second": name(second, study),
                        "address": request.links.comparison(first, second),
                    ]
                },
                "isEmpty": pairs.isEmpty,
                "sides": Self.sides(study).map { ["value": Links.name($0), "text": name($0, study)] },
            ])
    }

    /// Those that a bundle holds.
    static func pairs(_ study: Study) -> [(Comparison.Side, Comparison.Side)] {
        let sides = sides(study)
        let runs = sides.filter { $0.run > 0 }.compactMap { second in
            sides.first { $0.run == 0 && $0.task == second.task }.map { ($0, second) }
        }
        let tasks = study.runs.indices.flatMap { run in
            let code = sides.filter { $0.run == run && $0.task.yieldsCode }
            return code.dropFirst().map { (code[0], $0) }
        }
        return runs + tasks
    }

    private static func sides(_ study: Study) -> [Comparison.Side] {
        study.runs.enumerated().flatMap { run, results in
            PromptTask.allCases.filter(results.plan.tasks.contains).map { Comparison.Side(run: run, task: $0) }
        }
    }
}

private func name(_ side: Comparison.Side, _ study: Study) -> String {
    "\(study.names[side.run]), \(side.task.rawValue)"
}

/// Two runs, or two tasks: the paired statistics, and what got better and worse, with both programs and both verdicts'
/// evidence.
struct ComparePage: Page {
    func content(_ request: Site.Request) throws -> PageContent? {
        guard request.path.hasPrefix("compare/"), request.path.hasSuffix(".html") else { return nil }
        let name = request.path.dropFirst("compare/".count).dropLast(".html".count)
        guard let middle = name.firstRange(of: "--"), let first = Links.side(name[..<middle.lowerBound]),
            let second = Links.side(name[middle.upperBound...])
        else { return nil }
        return try content(first, second, request)
    }

    func content(
        _ first: Comparison.Side, _ second: Comparison.Side, _ request: Site.Request
    ) throws -> PageContent? {
        let study = request.study
        guard
            [first, second].allSatisfy({
                study.runs.indices.contains($0.run) && study.runs[$0.run].plan.tasks.contains($0.task)
            })
        else { return nil }
        var values: [String: Any] = ["first": name(first, study), "second": name(second, study)]
        do {
            let comparison = try study.comparison(first, second)
            // The last table lists the changes, which are shown below with their programs.
            let tables = study.tables(of: [comparison]).dropLast()
            values["tables"] = tables.map { table -> [String: Any] in
                [
                    "title": table.title, "table": TableMarkup(request).markup(table),
                    "charts": table.charts.compactMap { $0.figure(of: table) }.map { Markup(html: $0) },
                ]
            }
            values["notes"] = comparison.notes
            values["changes"] = try changes(comparison, request)
            values["isUnchanged"] = comparison.changes.isEmpty
        } catch let error as UserError {
            // Nothing in common yet, as in a run that has just begun.
            values["problem"] = error.description
        }
        return PageContent(
            title: "\(name(first, study)) and \(name(second, study))", section: .compare, template: "compare",
            values: values)
    }

    /// Worse ones first, then better ones, then those that are only different.
    private func changes(_ comparison: Comparison, _ request: Site.Request) throws -> [[String: Any]] {
        let ranked = comparison.changes.map { (change: $0, direction: Direction($0, comparison.first.task)) }
        return try Direction.allCases.flatMap { direction in
            try ranked.filter { $0.direction == direction }.map { change, _ in
                var values: [String: Any] = [
                    "sample": change.sample.description, "title": request.study.titles[change.sample] ?? "",
                    "direction": direction.rawValue, "was": change.first, "is": change.second,
                ]
                let sides = try [comparison.first, comparison.second].map { side -> Side in
                    try Side(side, change, request)
                }
                values["sides"] = sides.map(\.values)
                if comparison.first.task.yieldsCode {
                    values["diff"] = DiffMarkup().markup(sides[0].code, sides[1].code)
                }
                return values
            }
        }
    }

    private enum Direction: String, CaseIterable {
        case worse, better, different

        init(_ change: Comparison.ItemChange, _ task: PromptTask) {
            let good =
                task == .classify
                ? change.sample.type.description : task == .detect ? change.subject.rawValue : "secure"
            self =
                change.first == good && change.second != good
                ? .worse : change.first != good && change.second == good ? .better : .different
        }
    }

    /// What one side did.
    private struct Side {
        var code = ""
        var values: [String: Any]

        init(_ side: Comparison.Side, _ change: Comparison.ItemChange, _ request: Site.Request) throws {
            let key = AttemptKey(sample: change.sample, task: side.task, subject: change.subject)
            values = [
                "name": name(side, request.study), "address": request.links.attempt(side.run, key),
                "badge": Markup(
                    html: request.snapshot.row(side.run, key).map { AttemptList(request).badge($0) } ?? ""),
                "reason": request.snapshot.row(side.run, key)?.reason ?? "",
            ]
            guard let (attempt, score) = try request.site.sources[side.run].attempt(key) else { return }
            let evidence = request.library.evidence.evidence(
                for: attempt, score: score, of: request.study.runs[side.run], name: "", checksDigest: nil)
            code = evidence.code?.code ?? ""
            values["deciding"] = EvidenceMarkup(code: request.code).values(evidence.code?.deciding)
        }
    }
}
