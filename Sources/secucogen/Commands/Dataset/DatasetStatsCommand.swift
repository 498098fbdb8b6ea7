import ArgumentParser
import Dataset
import EvaluationCore
import Foundation

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
            Terminal.result(" #  --type   Samples  Hard  Attacks  Variants  Weakness type")
            for row in rows {
                let type = row.type.description.padding(toLength: 7, withPad: " ", startingAt: 0)
                Terminal.result(
                    "\(pad(row.row, 2))  \(type)  \(pad(row.samples, 7))  \(pad(row.hard, 4))  \(pad(row.attacks, 7))  \(pad(row.variants, 8))  \(row.name)"
                )
            }
            let totals = [\Row.samples, \.hard, \.attacks, \.variants].map { part in
                rows.reduce(0) { $0 + $1[keyPath: part] }
            }
            let texts = zip(totals, [7, 4, 7, 8]).map { pad($0, $1) }
            Terminal.result("             \(texts.joined(separator: "  "))  in all")
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
        /// Of these, those that are harder than standard.
        var hard: Int
        var attacks: Int
        var variants: Int

        init(_ type: WeaknessType, _ samples: [Sample]) {
            row = type.row
            self.type = type.id
            name = type.fullName
            self.samples = samples.count
            hard = samples.count { $0.hardBy != nil }
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
