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

        /// The format that a file's name tells.
        init?(ending: String) {
            switch ending.lowercased() {
            case "md", "markdown": self = .tables(.markdown)
            case "csv": self = .tables(.csv)
            case "json": self = .tables(.json)
            case "tex": self = .tables(.latex)
            case "html", "htm": self = .tables(.html)
            case "sarif": self = .findings(.sarif)
            case "xml": self = .findings(.junit)
            default: return nil
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
