/// What a symbol means to the data flow.
enum FlowKind: UInt8 {
    case other
    case identifier, string, comment
    case comma, elseWord
    /// Plain and augmented.
    case assignment
    case defaultParameter, forInClause
    case ifStatement, elifClause, elseClause
    case forStatement, whileStatement
    case block

    static let bySymbol: [FlowKind] = {
        var kinds = Array(repeating: FlowKind.other, count: PythonGrammar.symbolCount + 1)
        let meanings: [(UInt16, FlowKind)] = [
            (PythonSymbols.identifier, .identifier), (PythonSymbols.string, .string),
            (PythonSymbols.comment, .comment), (PythonSymbols.comma, .comma), (PythonSymbols.elseWord, .elseWord),
            (PythonSymbols.assignment, .assignment), (PythonSymbols.augmentedAssignment, .assignment),
            (PythonSymbols.defaultParameter, .defaultParameter), (PythonSymbols.forInClause, .forInClause),
            (PythonSymbols.ifStatement, .ifStatement), (PythonSymbols.elifClause, .elifClause),
            (PythonSymbols.elseClause, .elseClause), (PythonSymbols.forStatement, .forStatement),
            (PythonSymbols.whileStatement, .whileStatement), (PythonSymbols.block, .block),
        ]
        for (symbol, kind) in meanings { kinds[Int(symbol)] = kind }
        return kinds
    }()
}
