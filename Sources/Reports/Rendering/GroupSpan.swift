/// Neighbouring columns under one heading.
struct GroupSpan {
    var title: String
    var columns: Range<Int>

    static func spans(of table: Table) -> [GroupSpan] { spans(of: table.columns) }

    static func spans(of columns: [Table.Column]) -> [GroupSpan] {
        var spans: [GroupSpan] = []
        for (index, column) in columns.enumerated() {
            guard let group = column.group else { continue }
            if let last = spans.last, last.title == group, last.columns.upperBound == index {
                spans[spans.count - 1].columns = last.columns.lowerBound..<(index + 1)
            } else {
                spans.append(GroupSpan(title: group, columns: index..<(index + 1)))
            }
        }
        return spans
    }
}
