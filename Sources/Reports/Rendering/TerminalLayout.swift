/// How a table is set in a terminal: what its cells say, how wide its columns are, and which of them stand in which
/// of the grids below each other.
struct TerminalLayout {
    let table: Table
    let palette: Palette
    let room: Int
    /// By row and column, with marks.
    let texts: [[String]]
    let heads: [String]
    /// Without those of details.
    var widths: [Int]
    /// Columns of each grid, the names first, and repeated.
    var bands: [[Int]] = []

    /// The layout with the most intervals that fit in side by side; else, with those of the main columns, the one that
    /// takes the fewest lines.
    static func best(_ table: Table, _ footnotes: Footnotes, room: Int, _ palette: Palette) -> TerminalLayout {
        for intervals in [IntervalChoice.all, .main] {
            let layout = TerminalLayout(table, footnotes, intervals, room: room, palette)
            if let whole = layout.banded(textsUpTo: layout.longestText), whole.bands.count == 1 { return whole }
        }
        for intervals in [IntervalChoice.main, .none] {
            let layout = TerminalLayout(table, footnotes, intervals, room: room, palette)
            if let folded = layout.folded(textsFrom: 12) { return folded }
        }
        var layout = TerminalLayout(table, footnotes, .none, room: room, palette)
        if let folded = layout.folded(textsFrom: 1) { return folded }
        layout.bands = [layout.keys + layout.units.joined()]
        return layout
    }

    private init(
        _ table: Table, _ footnotes: Footnotes, _ intervals: IntervalChoice, room: Int, _ palette: Palette
    ) {
        let texts = table.rows.map { row in
            zip(row.cells, table.columns).map { cell, column in
                let withInterval = intervals == .all || intervals == .main && column.isMain
                return cellText(cell, column, withInterval: withInterval) + footnotes.terminalMarks(cell, in: row)
            }
        }
        let heads = table.columns.map { withVisibleControls($0.header) }
        (self.table, self.room, self.palette, self.texts, self.heads) = (table, room, palette, texts, heads)
        widths = zip(heads, 0...).map { head, column in
            texts.reduce(displayWidth(head)) { max($0, displayWidth($1[column])) }
        }
    }

    var lines: [String] {
        bands.enumerated().flatMap { index, columns in
            (index == 0 ? [] : [""]) + TerminalGrid(self, columns, withDetails: index == 0).lines
        }
    }

    /// The leading columns of texts, which say what a row is about.
    private var keys: [Int] {
        let shown = table.columns.indices.filter { !table.columns[$0].isDetail }
        let numbers = shown.prefix { table.columns[$0].format.isNumeric }
        let texts = shown.dropFirst(numbers.count).prefix { !table.columns[$0].format.isNumeric }
        return texts.isEmpty ? [] : Array(numbers + texts)
    }

    /// The other columns; those under one heading stay together.
    private var units: [[Int]] {
        let keys = Set(keys)
        var units: [[Int]] = []
        for column in table.columns.indices where !keys.contains(column) && !table.columns[column].isDetail {
            if let last = units.last?.last, last == column - 1, let group = table.columns[column].group,
                table.columns[last].group == group
            {
                units[units.count - 1].append(column)
            } else {
                units.append([column])
            }
        }
        return units
    }

    private var longestText: Int {
        table.columns.indices.filter { isText($0) }.map { widths[$0] }.max() ?? 1
    }

    private func isText(_ column: Int) -> Bool {
        !table.columns[column].format.isNumeric && !table.columns[column].isDetail
    }

    /// Texts of up to `least` columns are never broken.
    private func folded(textsFrom least: Int) -> TerminalLayout? {
        var widest: [Int: TerminalLayout] = [:]
        for cap in stride(from: longestText, through: min(least, longestText), by: -1) {
            guard let layout = banded(textsUpTo: cap), widest[layout.bands.count] == nil else { continue }
            widest[layout.bands.count] = layout
        }
        return widest.sorted { $0.key < $1.key }.map(\.value).min { $0.lines.count < $1.lines.count }
    }

    /// With texts broken at `cap` columns.
    /// - Returns: nil when even a grid of one figure is too wide.
    private func banded(textsUpTo cap: Int) -> TerminalLayout? {
        var layout = self
        for column in widths.indices where isText(column) { layout.widths[column] = min(widths[column], cap) }
        let names = keys
        let room = room - layout.width(of: names)
        let units = units.flatMap { layout.parts(of: $0, room: room - 2) }
        guard room >= 0, units.allSatisfy({ layout.width(of: $0) + (names.isEmpty ? 0 : 2) <= room }) else {
            return nil
        }
        let sizes = units.map { layout.width(of: $0) + 2 }
        let packed = packed(sizes, room: room + (names.isEmpty ? 2 : 0))
        layout.bands = packed.isEmpty ? [names] : packed.map { names + $0.flatMap { units[$0] } }
        return layout
    }

    /// Columns under a heading too wide for one grid, in as few parts as have room.
    private func parts(of unit: [Int], room: Int) -> [[Int]] {
        unit.reduce(into: []) { parts, column in
            if let last = parts.last, width(of: last + [column]) <= room {
                parts[parts.count - 1].append(column)
            } else {
                parts.append([column])
            }
        }
    }

    /// Width of neighbouring columns with the gaps between them.
    func width(of columns: [Int]) -> Int {
        var width = columns.reduce(0) { $0 + widths[$1] } + 2 * max(0, columns.count - 1)
        for span in GroupSpan.spans(of: columns.map { table.columns[$0] }) {
            let below = span.columns.reduce(0) { $0 + widths[columns[$1]] } + 2 * (span.columns.count - 1)
            width += max(0, displayWidth(span.title) - below)
        }
        return width
    }
}

/// Positions of `sizes` in as few bands of `room` as found, of like widths: in their order where that needs no more
/// bands, else each in the first band that has room.
private func packed(_ sizes: [Int], room: Int) -> [[Int]] {
    func pack(_ room: Int, inOrder: Bool) -> [[Int]] {
        var (bands, left) = ([[Int]](), [Int]())
        for (index, size) in sizes.enumerated() {
            let fitting = left.indices.first { left[$0] >= size && (!inOrder || $0 == left.count - 1) }
            if let fitting {
                bands[fitting].append(index)
                left[fitting] -= size
            } else {
                bands.append([index])
                left.append(room - size)
            }
        }
        return bands
    }
    let inOrder = pack(room, inOrder: true).count <= pack(room, inOrder: false).count
    var best = pack(room, inOrder: inOrder)
    for narrower in stride(from: room - 1, through: sizes.max() ?? room, by: -1) {
        let bands = pack(narrower, inOrder: inOrder)
        guard bands.count == best.count else { break }
        best = bands
    }
    return best
}
