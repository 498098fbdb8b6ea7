import ArgumentParser
import Dataset
import EvaluationCore

struct DatasetStatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Table 1: the types with their samples, and what proves them.",
        discussion: """
            Examples:
              secucogen dataset stats
              secucogen dataset stats --coverage
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    @Flag(help: "The places of each type where real programs get it wrong, and the samples that cover them.")
    var coverage = false

    func run() throws {
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        if coverage { return try CoverageListing(dataset).print(as: format) }
        let rows = dataset.types.map { type in Row(type, dataset.samples.filter { $0.type == type.id }) }
        switch format {
        case .json: try JSONOutput.print(rows)
        case .text:
            Terminal.result(" #  Samples  Attacks  Variants  Weakness type")
            for row in rows {
                Terminal.result(
                    "\(pad(row.row, 2))  \(pad(row.samples, 7))  \(pad(row.attacks, 7))  \(pad(row.variants, 8))  \(row.name)"
                )
            }
            let total = rows.reduce(into: (0, 0, 0)) { $0 = ($0.0 + $1.samples, $0.1 + $1.attacks, $0.2 + $1.variants) }
            Terminal.result("    \(pad(total.0, 7))  \(pad(total.1, 7))  \(pad(total.2, 8))  in all")
        }
    }

    private func pad(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private struct Row: Encodable {
        var row: Int
        var type: WeaknessType.ID
        var name: String
        var samples: Int
        var attacks: Int
        var variants: Int

        init(_ type: WeaknessType, _ samples: [Sample]) {
            row = type.row
            self.type = type.id
            name = type.fullName
            self.samples = samples.count
            attacks = samples.reduce(0) { $0 + $1.plannedChecks.filter { $0.hasPrefix("security/") }.count }
            variants = samples.reduce(0) { $0 + $1.variants.count }
        }
    }
}

extension WeaknessType {
    /// As in Table 1: `CWE-89: Improper …`, the merged type's four joined by slashes.
    var fullName: String {
        "\(weaknesses.map(\.id).joined(separator: "/")): \(weaknesses.map(\.name).joined(separator: "/"))"
    }
}
