import ArgumentParser
import Reports

extension ReportCommand {
    /// Tables of figures, or the attempts themselves.
    enum Format: ExpressibleByArgument, Equatable {
        case tables(ReportFormat)
        case findings(Findings)

        enum Findings: String, CaseIterable {
            case junit, sarif
        }

        init?(argument: String) {
            if let format = ReportFormat(rawValue: argument) {
                self = .tables(format)
            } else if let format = Findings(rawValue: argument) {
                self = .findings(format)
            } else {
                return nil
            }
        }

        var defaultValueDescription: String {
            switch self {
            case .tables(let format): format.rawValue
            case .findings(let format): format.rawValue
            }
        }

        static var allValueStrings: [String] {
            ReportFormat.allCases.map(\.rawValue) + Findings.allCases.map(\.rawValue)
        }

        static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
    }
}
