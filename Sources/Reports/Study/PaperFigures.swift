public import EvaluationCore

/// The figures that the paper printed, in the units of the study: CodeBLEU from 0 to 100, the others from 0 to 1.
public struct PaperFigures: Sendable, Hashable, Codable {
    /// A row of Tables 2 to 5.
    public struct CodeRow: Sendable, Hashable, Codable {
        public var model: String
        public var task: PromptTask
        /// CodeBLEU@1, @2, ….
        public var codeBLEU: [Double]
        /// SEC@1, @2, ….
        public var sec: [Double]
    }

    /// A cell pair of Table 6.
    public struct TypeRow: Sendable, Hashable, Codable {
        public var task: PromptTask
        /// Nil for the average that the paper prints.
        public var type: WeaknessType.ID?
        public var codeBLEUAt2: Double
        public var secAt2: Double
    }

    /// A row of Table 7; nil where the paper prints a dash.
    public struct LabelRow: Sendable, Hashable, Codable {
        /// A type, or the name of an average.
        public var row: String
        public var detectionAccuracy: Double?
        public var precision: Double?
        public var recall: Double?
        public var f1: Double?
        public var support: Int?
    }

    /// The model of Tables 6 and 7.
    public var detailedModel: String
    public var codeRows: [CodeRow]
    public var typeRows: [TypeRow]
    /// As printed; that of `repair` is not the mean of its 18 rows.
    public var typeAverages: [TypeRow]
    public var labelRows: [LabelRow]
}
