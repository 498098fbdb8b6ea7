/// A piece of a model's text that may hold code.
struct TextBlock: Sendable {
    enum Kind: Sendable {
        /// Between fences that name Python or nothing.
        case code
        /// Between fences that name another language.
        case otherLanguage
        /// Outside of fences.
        case prose
    }

    var kind: Kind
    /// The lines, without the indentation that all of them share with the fence.
    var lines: [Range<Int>]

    /// Takes the white space away that all lines begin with.
    mutating func dedent(in source: SourceLines) {
        let filled = lines.filter { !source.isBlank($0) }
        guard let common = filled.map({ source.indentation(of: $0) }).min(), common > 0 else { return }
        lines = lines.map { $0.lowerBound + min(common, source.indentation(of: $0))..<$0.upperBound }
    }
}
