import EvaluationCore

/// Table 1 of the paper: what the dataset holds.
public struct DatasetTable: ReportTable {
    public let id = "table1"
    public let summary = "the weakness types of the dataset and their samples"

    public init() {}

    public func make(_ study: Study) -> Table {
        let counts = Dictionary(grouping: study.titles.keys, by: \.type).mapValues(\.count)
        let rows = study.types.map { type in
            Table.Row(
                id: type.id.description, kind: .dataset,
                cells: [Cell(.count(type.row)), Cell(.text(name(of: type))), Cell(.count(counts[type.id] ?? 0))])
        }
        let total = Table.Row(
            id: "total", kind: .average,
            cells: [.none, Cell(.text("All types")), Cell(.count(study.titles.count))])
        return Table(
            id: id, title: "Table 1: Samples of the dataset",
            columns: [
                .init("row", "#", format: .count), .init("type", "Vulnerability Type (CWE)"),
                .init("samples", "Num", format: .count),
            ],
            rows: rows + [total])
    }

    private func name(of type: WeaknessType) -> String {
        let ids = type.weaknesses.map(\.id).joined(separator: "/")
        return "\(ids): \(type.weaknesses.map(\.name).joined(separator: "/"))"
    }
}
