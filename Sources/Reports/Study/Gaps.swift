/// What is not there yet of the answers to one task of a run.
struct Gaps {
    /// What every note about a gap begins with.
    static let heading = "Incomplete: "

    /// Not asked yet, or asked in vain.
    var missing: Int
    /// Answered, and not scored.
    var unscored: Int
    var planned: Int

    /// - Parameters:
    ///   - row: whose they are.
    ///   - worth: what they count as until they are there.
    func note(of row: String, worth: String) -> String {
        var parts: [String] = []
        if missing > 0 { parts.append("\(missing) \(missing == 1 ? "is" : "are") missing") }
        if unscored > 0 { parts.append("\(unscored) \(unscored == 1 ? "is" : "are") not scored (`secucogen score`)") }
        let list = parts.joined(separator: " and ")
        return "\(Self.heading)of \(planned) answers of \(row), \(list). They count as \(worth)."
    }
}
