import EvaluationCore
import Reports

/// Every sample, and how each run did on it.
struct SamplesPage: Page {
    func content(_ request: Site.Request) throws -> PageContent? {
        guard request.path == "samples.html" else { return nil }
        let results = SampleResults(request)
        let ids = Set(request.snapshot.rows.joined().map(\.key.sample))
        return PageContent(
            title: "Samples", section: .samples, template: "samples",
            values: [
                "columns": results.columns.map { ["run": request.study.names[$0.run], "task": $0.task.rawValue] },
                "samples": ids.sorted().map { id -> [String: Any] in
                    [
                        "id": id.description, "title": request.study.titles[id] ?? "",
                        "address": request.links.sample(id),
                        "cells": results.columns.map { results.cell($0, id) },
                    ]
                },
            ])
    }
}

/// How runs did on samples, by run and task.
struct SampleResults {
    let columns: [Comparison.Side]
    private let request: Site.Request
    private let rows: [Comparison.Side: [SampleID: [AttemptRow]]]

    init(_ request: Site.Request) {
        self.request = request
        columns = request.study.runs.enumerated().flatMap { run, results in
            PromptTask.allCases.filter(results.plan.tasks.contains).map { Comparison.Side(run: run, task: $0) }
        }
        var rows: [Comparison.Side: [SampleID: [AttemptRow]]] = [:]
        for row in request.snapshot.rows.joined() {
            rows[.init(run: row.run, task: row.key.task), default: [:]][row.key.sample, default: []].append(row)
        }
        self.rows = rows
    }

    /// A link for each attempt.
    func cell(_ side: Comparison.Side, _ sample: SampleID) -> [String: Any] {
        let attempts = rows[side]?[sample] ?? []
        return [
            "attempts": attempts.map { row -> [String: Any] in
                let subject = row.key.task.yieldsCode ? "" : " (\(row.key.subject.rawValue) shown)"
                return [
                    "address": request.links.attempt(row.run, row.key), "judged": row.judged,
                    "kind": row.kind?.rawValue ?? "label", "reason": row.reason,
                    "name":
                        "\(request.study.names[row.run]), \(row.key.task.rawValue)\(subject), attempt \(row.key.index + 1)",
                ]
            }
        ]
    }
}
