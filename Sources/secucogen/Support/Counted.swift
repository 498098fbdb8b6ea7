extension Int {
    /// `1 sample`, `2 samples`.
    ///
    /// - Parameter noun: one whose plural ends in a mere s.
    func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
