import Dataset

/// Where records passed and where they failed, as a table for a terminal.
struct ConstructionListing {
    let statistics: ConstructionStatistics

    var text: String {
        let head = ["state", "records", "passed", "mended", "dropped", "calls", "tokens in", "tokens out"]
        let rows = statistics.rows.map { row in
            [row.state]
                + [
                    row.records, row.atOnce, row.mended, row.dropped, row.spent.calls, row.spent.inputTokens,
                    row.spent.outputTokens,
                ].map(String.init)
        }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        let lines = ([head] + rows).map { cells in
            zip(cells, widths).enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + blanks : blanks + cell.0
            }.joined(separator: "  ")
        }
        return (lines + ["\(statistics.kept) of \(statistics.records) records became drafts"]).joined(separator: "\n")
    }
}
