import Dataset
import EvaluationCore

/// Which sample covers which place of its type, and what is left to be covered.
struct CoverageListing {
    private let rows: [Row]

    struct Row: Encodable {
        var type: WeaknessType.ID
        var place: String
        var text: String
        /// The sample that has the place at its heart.
        var heart: [SampleID]
        /// Samples that touch the place besides.
        var touched: [SampleID]
    }

    init(_ dataset: LoadedDataset) {
        rows = dataset.types.flatMap { type in
            let samples = dataset.samples.filter { $0.type == type.id }
            return type.places.map { place in
                Row(
                    type: type.id, place: place.id, text: place.text,
                    heart: samples.filter { $0.covers.first == place.id }.map(\.id),
                    touched: samples.filter { $0.covers.dropFirst().contains(place.id) }.map(\.id))
            }
        }
    }

    func print(as format: OutputFormat) throws {
        switch format {
        case .json: try JSONOutput.print(rows)
        case .text:
            Terminal.result("Type     Heart  Touched by     Place")
            for row in rows {
                Terminal.result(
                    "\(padded(row.type.description, 9))\(padded(numbers(row.heart), 7))"
                        + "\(padded(numbers(row.touched), 15))\(row.text)")
            }
            let covered = rows.filter { !$0.heart.isEmpty }.count
            let touched = rows.filter { $0.heart.isEmpty && !$0.touched.isEmpty }.count
            Terminal.result(
                "\(covered) of \(rows.count) places are at the heart of a sample, \(touched) more are touched.")
        }
    }

    /// `01 03` of CWE-89_01 and CWE-89_03.
    private func numbers(_ samples: [SampleID]) -> String {
        samples.isEmpty ? "–" : samples.map { String($0.description.suffix(2)) }.joined(separator: " ")
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
