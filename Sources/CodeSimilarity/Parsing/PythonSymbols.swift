/// The symbols and fields of the Python grammar that code here asks for by name.
enum PythonSymbols {
    static let identifier = PythonGrammar.symbol("identifier")
    static let string = PythonGrammar.symbol("string")
    static let comment = PythonGrammar.symbol("comment")
    static let comma = PythonGrammar.symbol(",", isNamed: false)
    static let elseWord = PythonGrammar.symbol("else", isNamed: false)
    static let notIn = PythonGrammar.symbol("not in", isNamed: false)
    static let block = PythonGrammar.symbol("block")

    static let assignment = PythonGrammar.symbol("assignment")
    static let augmentedAssignment = PythonGrammar.symbol("augmented_assignment")
    static let defaultParameter = PythonGrammar.symbol("default_parameter")
    static let forInClause = PythonGrammar.symbol("for_in_clause")
    static let ifStatement = PythonGrammar.symbol("if_statement")
    static let elifClause = PythonGrammar.symbol("elif_clause")
    static let elseClause = PythonGrammar.symbol("else_clause")
    static let forStatement = PythonGrammar.symbol("for_statement")
    static let whileStatement = PythonGrammar.symbol("while_statement")

    static let left = PythonGrammar.field("left")
    static let right = PythonGrammar.field("right")
    static let name = PythonGrammar.field("name")
    static let value = PythonGrammar.field("value")
}
