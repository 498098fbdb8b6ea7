import Foundation

/// Goes through a text once, word by word, and writes it in the words of a twin.
///
/// Text, Python, YAML and everything quoted in them is read alike: what counts as a word are letters of ASCII, parted at underscores and
/// at capitals, so that `bell_tower`, `BellTower` and "bell tower" change alike.
struct Translation {
    private let scalars: [Unicode.Scalar]
    private let perturbation: Perturbation
    private var place = 0
    private var output = String.UnicodeScalarView()

    init(_ text: String, _ perturbation: Perturbation) {
        scalars = Array(text.unicodeScalars)
        self.perturbation = perturbation
    }

    mutating func run() -> String {
        while place < scalars.count {
            let scalar = scalars[place]
            if scalar == "\\" {
                takeEscape()
            } else if scalar.isNameStart {
                takeName()
            } else if scalar.isDigit {
                takeNumber()
            } else {
                output.append(scalar)
                place += 1
            }
        }
        return String(output)
    }

    /// The letter behind a backslash belongs to no word: `"\nBell"` is a line's end and a bell.
    private mutating func takeEscape() {
        let length: Int =
            switch scalar(place + 1) {
            case "x": 4
            case "u": 6
            case "U": 10
            default: 2
            }
        let end = min(place + length, scalars.count)
        output.append(contentsOf: scalars[place..<end])
        place = end
    }

    private mutating func takeName() {
        var end = place
        while end < scalars.count, scalars[end].isNamePart { end += 1 }
        let name = String(String.UnicodeScalarView(scalars[place..<end]))
        if let function = perturbation.functions[name], isFunction(name, until: end) {
            output.append(contentsOf: function.unicodeScalars)
            place = end
            return
        }
        while place < end {
            if scalars[place].isASCIILetter {
                takeLetters(until: end)
            } else if scalars[place].isDigit {
                takeNumber()
            } else {
                output.append(scalars[place])
                place += 1
            }
        }
    }

    /// A name with an underscore is the function wherever it stands; any other may be an ordinary word, and is the function where it is
    /// called, defined, taken from the solution, or quoted as code.
    private func isFunction(_ name: String, until end: Int) -> Bool {
        if name.contains("_") { return true }
        let (before, after) = (scalar(place - 1), scalar(end))
        return after == "(" && before != "." || before == "`" && after == "`"
            || String(String.UnicodeScalarView(scalars[..<place].suffix(9))) == "solution."
    }

    private mutating func takeLetters(until limit: Int) {
        var end = place
        while end < limit, scalars[end].isASCIILetter { end += 1 }
        // A word with letters beyond ASCII, such as Zündholz, is none that is known here.
        if isAlphabetic(place - 1) || isAlphabetic(end) {
            output.append(contentsOf: scalars[place..<end])
            place = end
            return
        }
        let whole = String(String.UnicodeScalarView(scalars[place..<end]))
        if let name = perturbation.names[whole.lowercased()] {
            write(name, like: whole)
            place = end
            return
        }
        while place < end {
            let part = nextPart(until: end)
            if let word = perturbation.words[part.lowercased()] {
                write(word, like: part)
            } else {
                output.append(contentsOf: part.unicodeScalars)
            }
            place += part.unicodeScalars.count
        }
    }

    /// `Bell` of `BellTower`, `HTML` of `HTMLPage`, `bell` of `bellTower`.
    private func nextPart(until limit: Int) -> String {
        var end = place + 1
        if scalars[place].isCapital, end < limit, scalars[end].isCapital {
            while end < limit, scalars[end].isCapital { end += 1 }
            if end < limit { end -= 1 }
        } else {
            while end < limit, !scalars[end].isCapital { end += 1 }
        }
        return String(String.UnicodeScalarView(scalars[place..<end]))
    }

    private mutating func write(_ word: String, like original: String) {
        mendArticle(before: word)
        let isAllCapital = original.count > 1 && original == original.uppercased()
        let isCapital = original.first?.isUppercase ?? false
        let written =
            isAllCapital ? word.uppercased() : isCapital ? word.prefix(1).uppercased() + word.dropFirst() : word
        output.append(contentsOf: written.unicodeScalars)
    }

    /// "A bell" becomes "an organ".
    private mutating func mendArticle(before word: String) {
        var rest = Array(output.suffix(24))
        var between: [Unicode.Scalar] = []
        while let last = rest.last, last.properties.isWhitespace || "\"'`*(“‘".unicodeScalars.contains(last) {
            between.insert(rest.removeLast(), at: 0)
        }
        guard between.first?.properties.isWhitespace == true else { return }
        var article: [Unicode.Scalar] = []
        while let last = rest.last, last.isNamePart || last.properties.isAlphabetic {
            article.insert(rest.removeLast(), at: 0)
        }
        guard ["a", "an", "A", "An"].contains(String(String.UnicodeScalarView(article))) else { return }
        let sounds = ["a", "e", "i", "o", "ul", "um", "un"]
        output.removeLast(article.count + between.count)
        output.append(article[0])
        if sounds.contains(where: word.hasPrefix) { output.append("n") }
        output.append(contentsOf: between)
    }

    private mutating func takeNumber() {
        var end = place
        while end < scalars.count, scalars[end].isDigit { end += 1 }
        let digits = String(String.UnicodeScalarView(scalars[place..<end]))
        if perturbation.years != 0, let year = Int(digits), digits.count == 4, isYear(year, until: end) {
            output.append(contentsOf: String(year + perturbation.years).unicodeScalars)
        } else {
            output.append(contentsOf: digits.unicodeScalars)
        }
        place = end
    }

    private func isYear(_ number: Int, until end: Int) -> Bool {
        let (before, after) = (scalar(place - 1), scalar(end))
        guard !(before?.isNamePart ?? false), !(after?.isNamePart ?? false) else { return false }
        let isDate = after == "-" && [1, 2].allSatisfy { scalar(end + $0)?.isDigit ?? false } && scalar(end + 3) == "-"
        if isDate { return (1500...2200).contains(number) }
        return (1800...1999).contains(number) && before != "." && before != "-"
            && !((after == "." || after == ",") && scalar(end + 1)?.isDigit ?? false)
    }

    private func scalar(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    private func isAlphabetic(_ index: Int) -> Bool {
        guard let scalar = scalar(index) else { return false }
        return !scalar.isASCII && scalar.properties.isAlphabetic
    }
}

extension Unicode.Scalar {
    fileprivate var isCapital: Bool { ("A"..."Z").contains(self) }
    fileprivate var isASCIILetter: Bool { isCapital || ("a"..."z").contains(self) }
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isNameStart: Bool { isASCIILetter || self == "_" }
    fileprivate var isNamePart: Bool { isNameStart || isDigit }
}
