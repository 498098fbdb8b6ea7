/// What is written otherwise in a sample's twin, alike in its texts, its programs and its checks.
public struct Perturbation: Sendable, Hashable, Codable {
    /// Nouns in both numbers, in small letters, and what stands for them.
    public var words: [String: String] = [:]
    /// Names of persons and places, which are found as whole words only.
    public var names: [String: String] = [:]
    /// Functions that the Problem asks for.
    public var functions: [String: String] = [:]
    /// Added to the years of dates, and to numbers that look like years of the last two centuries.
    public var years = 0

    public var isEmpty: Bool { words.isEmpty && names.isEmpty && functions.isEmpty && years == 0 }

    /// One thing that is written otherwise.
    enum Change: Hashable, Sendable {
        case word(Lexicon.Word, Lexicon.Word)
        case name(String, String)
        case function(String, String)
        case years(Int)
    }

    init(_ changes: some Sequence<Change> = []) {
        for change in changes {
            switch change {
            case .word(let old, let new):
                for (old, new) in zip(old.forms, new.forms) { words[old] = new }
            case .name(let old, let new): names[old] = new
            case .function(let old, let new): functions[old] = new
            case .years(let shift): years = shift
            }
        }
    }

    /// A text or a program in the twin's words.
    public func translated(_ text: String) -> String {
        guard !isEmpty else { return text }
        var translation = Translation(text, self)
        return translation.run()
    }
}
