public import EvaluationCore

/// A table before it has a form: what is shown, how sure it is, what it rests on.
public struct Table: Sendable, Hashable, Codable {
    public var id: String
    public var title: String
    public var columns: [Column]
    public var rows: [Row]
    /// About the table as a whole.
    public var notes: [String]
    public var charts: [Chart]

    public init(
        id: String, title: String, columns: [Column], rows: [Row] = [], notes: [String] = [], charts: [Chart] = []
    ) {
        self.id = id
        self.title = title
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.charts = charts
    }

    public struct Column: Sendable, Hashable, Codable, Identifiable {
        /// `sec@1`; never holds a slash, since addresses of cells do.
        public var id: String
        public var header: String
        /// A heading over neighbouring columns with the same one.
        public var group: String?
        public var format: NumberFormat
        /// Whether the interval is shown even where there is little room.
        public var isMain: Bool
        /// Whether it holds sentences: a terminal sets them below their row.
        public var isDetail: Bool
        /// The verdict whose share of the attempts it holds.
        public var verdict: Verdict.Kind?

        public init(
            _ id: String, _ header: String, group: String? = nil, format: NumberFormat = .text, isMain: Bool = false,
            isDetail: Bool = false, verdict: Verdict.Kind? = nil
        ) {
            self.id = id
            self.header = header
            self.group = group
            self.format = format
            self.isMain = isMain
            self.isDetail = isDetail
            self.verdict = verdict
        }
    }

    public struct Row: Sendable, Hashable, Codable, Identifiable {
        public enum Kind: String, Sendable, Hashable, Codable {
            case model, control, average
            /// Printed in the paper, not measured here.
            case paper
            /// A fact about the dataset.
            case dataset
        }

        /// None twice in a table.
        public var id: String
        public var kind: Kind
        /// One for each column.
        public var cells: [Cell]

        public init(id: String, kind: Kind, cells: [Cell]) {
            self.id = id
            self.kind = kind
            self.cells = cells
        }
    }

    /// A bar for each row, or several, in the HTML report.
    public struct Chart: Sendable, Hashable, Codable {
        /// What its axis runs over, whatever the figures are.
        public enum Scale: String, Sendable, Hashable, Codable, CaseIterable {
            /// 0 to 1.
            case share
            /// 0 to 100.
            case codeBLEU
            /// As far below 0 as above.
            case shareDifference, codeBLEUDifference
        }

        public var title: String
        /// Columns whose texts name the bars.
        public var labels: [String]
        /// The columns shown, side by side.
        public var values: [String]
        public var scale: Scale
        /// Whether the columns are parts of one whole: they stand in one bar.
        public var isStacked: Bool
        /// The rows shown, where others have another unit, and a chart of their own; nil for all.
        public var rows: Set<String>?

        public init(
            title: String, labels: [String], values: [String], scale: Scale, isStacked: Bool = false,
            rows: Set<String>? = nil
        ) {
            self.title = title
            self.labels = labels
            self.values = values
            self.scale = scale
            self.isStacked = isStacked
            self.rows = rows
        }
    }
}
