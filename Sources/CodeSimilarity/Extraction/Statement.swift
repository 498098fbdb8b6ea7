/// A statement at the top level of a text, or several on the same lines.
struct Statement: Sendable {
    enum Kind: Sendable {
        case importing
        case function
        case `class`
        case assignment
        /// An expression that stands alone.
        case expression
        /// `if`, `for`, `while`, `with`, `try`, `match`.
        case compound
        /// `if __name__ == "__main__":` without `else`.
        case main
        /// `return`, which has no place at the top level: a function's body lost its indentation.
        case leaving
        case other
    }

    var kind: Kind
    /// The block it comes from, and its lines there, comments directly above included.
    var block: Int
    var lines: Range<Int>
    var hasError: Bool
    /// Whether a function's or class's body says nothing: a docstring, `pass`, `...`, `raise NotImplementedError`.
    var isStub = false
    /// Whether parts of a function's or class's body are left out: a comment such as "same as before", `...` among other statements.
    var isSketch = false
    /// Whether it is a string that stands alone, as a docstring does.
    var isText = false
    /// Whether it imports something, on any branch.
    var imports = false
    var names = NameUse()
}

/// Which names a statement binds and uses.
struct NameUse: Sendable {
    /// Given a value at module level.
    var bound: Set<String> = []
    /// Objects that are changed at module level: `app` in `app.config["X"] = 1` and in `app.init()`.
    var changed: Set<String> = []
    /// Names of the module that the statement uses, at once or when one of its functions runs.
    var free: Set<String> = []
    /// The names at the root of calls that run when the module is loaded: `app` of `app.run()`.
    var called: Set<String> = []
    /// The same as written, up to the parenthesis: `app.run`.
    var calledPaths: Set<String> = []
    /// The names at the root of decorators, and of a class's bases.
    var decorators: Set<String> = []
    var bases: Set<String> = []
}
