/// The marks of a table's notes: equal notes share a letter, letters follow the order of reading.
struct Footnotes {
    private(set) var notes: [String] = []
    private var numbers: [String: Int] = [:]

    init(_ table: Table) {
        for row in table.rows {
            for cell in row.cells {
                for note in cell.notes where numbers[note] == nil {
                    numbers[note] = notes.count
                    notes.append(note)
                }
            }
        }
    }

    /// `a`, `a,c`, or nothing.
    func marks(_ cell: Cell) -> String {
        cell.notes.compactMap { numbers[$0] }.sorted().map(Self.letter).joined(separator: ",")
    }

    /// Each note with its letter.
    var lettered: [(mark: String, note: String)] {
        notes.enumerated().map { (Self.letter($0), $1) }
    }

    /// a … z, aa, ab, ….
    private static func letter(_ number: Int) -> String {
        let last = String(UnicodeScalar(UInt8(97 + number % 26)))
        return number < 26 ? last : letter(number / 26 - 1) + last
    }
}
