/// `table` environments for booktabs; figures keep the decimals of print, and intervals stand in small type after them.
public struct LaTeXRenderer: TableRenderer {
    public init() {}

    public func render(_ tables: [Table], of study: Study) -> String {
        "% Needs \\usepackage{booktabs}\n" + tables.map(render).joined(separator: "\n")
    }

    private func render(_ table: Table) -> String {
        let footnotes = Footnotes(table)
        let alignment = table.columns.map {
            $0.format.isNumeric ? "r" : $0.isDetail ? "p{0.4\\linewidth}" : "l"
        }.joined()
        var lines = [
            "\\begin{table}", "\\centering", "\\caption{\(caption(table))}", "\\label{tab:\(escaped(table.id))}",
            "\\begin{tabular}{\(alignment)}", "\\toprule",
        ]
        lines += groupLines(table)
        lines.append(line(table.columns.map { escaped($0.header) }))
        lines.append("\\midrule")
        var previous: Table.Row.Kind?
        for row in table.rows {
            if let previous, (previous == .average) != (row.kind == .average) { lines.append("\\midrule") }
            previous = row.kind
            lines.append(line(zip(row.cells, table.columns).map { text(of: $0, $1, footnotes) }))
        }
        lines += ["\\bottomrule", "\\end{tabular}"]
        let notes = footnotes.lettered.map { "$^{\($0.mark)}$ \(escaped($0.note))" } + table.notes.map(escaped)
        if !notes.isEmpty {
            lines += ["", "\\medskip", "\\begin{minipage}{\\linewidth}\\footnotesize"]
            lines += notes.map { "\($0)\\par" } + ["\\end{minipage}"]
        }
        return (lines + ["\\end{table}"]).joined(separator: "\n") + "\n"
    }

    private func text(of cell: Cell, _ column: Table.Column, _ footnotes: Footnotes) -> String {
        var text = escaped(column.format.string(cell.value))
        if let interval = cell.interval { text += " {\\scriptsize \(escaped(column.format.string(interval)))}" }
        let marks = footnotes.marks(cell)
        return marks.isEmpty ? text : "\(text)$^{\(marks)}$"
    }

    private func groupLines(_ table: Table) -> [String] {
        let spans = GroupSpan.spans(of: table)
        guard !spans.isEmpty else { return [] }
        var cells: [String] = []
        var next = 0
        for span in spans {
            cells += Array(repeating: "", count: span.columns.lowerBound - next)
            cells.append("\\multicolumn{\(span.columns.count)}{c}{\(escaped(span.title))}")
            next = span.columns.upperBound
        }
        cells += Array(repeating: "", count: table.columns.count - next)
        let rules = spans.map { "\\cmidrule(lr){\($0.columns.lowerBound + 1)-\($0.columns.upperBound)}" }
        return [line(cells), rules.joined(separator: " ")]
    }

    private func line(_ cells: [String]) -> String {
        cells.joined(separator: " & ") + " \\\\"
    }

    /// LaTeX counts by itself: the paper's number would stand beside another.
    private func caption(_ table: Table) -> String {
        escaped(String(table.title.trimmingPrefix(#/Table [0-9]+: /#)))
    }

    private func escaped(_ text: String) -> String {
        withVisibleControls(text).reduce(into: "") { result, character in
            switch character {
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
            // At the start of a row an opening bracket would be read as an argument of the row before.
            case "[": result += "{[}"
            case "]": result += "{]}"
            case "<": result += "\\textless{}"
            case ">": result += "\\textgreater{}"
            case "|": result += "\\textbar{}"
            case "\"": result += "\\textquotedbl{}"
            default: result.append(character)
            }
        }
    }
}
