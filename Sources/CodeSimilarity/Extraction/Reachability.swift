/// Decides which top-level statements belong to the solution: imports, the entry points, and what they reach.
///
/// What stays away is what only shows or tests the solution. When that is unsure, a statement stays.
struct Reachability {
    private let statements: [Statement]
    private let entryPoints: Set<String>
    private var isKept: [Bool]
    /// Names that kept statements bind or use.
    private var wanted: Set<String>
    /// Names that the text binds in something other than an import.
    private let defined: Set<String>
    private let functions: Set<String>
    /// Names that imports bind.
    private let imported: Set<String>
    /// Functions that call an entry point, directly or through others: demonstrations.
    private var drivers: Set<String>

    static func kept(_ statements: [Statement], entryPoints: [String]) -> [Bool] {
        var reachability = Reachability(statements, Set(entryPoints))
        reachability.spread()
        return reachability.isKept
    }

    private init(_ statements: [Statement], _ entryPoints: Set<String>) {
        self.statements = statements
        self.entryPoints = entryPoints
        isKept = statements.map { _ in false }
        wanted = entryPoints
        defined = statements.reduce(into: []) { if $1.kind != .importing { $0.formUnion($1.names.bound) } }
        functions = statements.reduce(into: []) { if $1.kind == .function { $0.formUnion($1.names.bound) } }
        imported = statements.reduce(into: []) { if $1.kind == .importing { $0.formUnion($1.names.bound) } }
        drivers = []
        findDrivers()
    }

    private mutating func findDrivers() {
        let candidates = statements.filter { $0.kind == .function && $0.names.bound.isDisjoint(with: entryPoints) }
        var callers: [String: [Int]] = [:]
        for (index, candidate) in candidates.enumerated() {
            for name in candidate.names.free { callers[name, default: []].append(index) }
        }
        var pending = Array(entryPoints)
        while let name = pending.popLast() {
            for caller in callers[name] ?? [] {
                for name in candidates[caller].names.bound where drivers.insert(name).inserted { pending.append(name) }
            }
        }
    }

    private mutating func spread() {
        for index in statements.indices where isAlwaysKept(index) { keep(index) }
        // Names wake the statements that bind, change or register with them.
        var waiting: [String: [Int]] = [:]
        for (index, statement) in statements.enumerated() {
            for name in triggers(of: statement) { waiting[name, default: []].append(index) }
        }
        var done: Set<String> = []
        var pending = Array(wanted)
        while let name = pending.popLast() {
            guard done.insert(name).inserted else { continue }
            for index in waiting[name] ?? [] where !isKept[index] {
                guard isWanted(statements[index]) else { continue }
                keep(index)
                pending.append(contentsOf: statements[index].names.free)
                pending.append(contentsOf: statements[index].names.bound)
            }
            if pending.isEmpty {
                if usesReflection { keepDefinitions() }
                pending = wanted.filter { !done.contains($0) }
            }
        }
    }

    private mutating func keep(_ index: Int) {
        isKept[index] = true
        wanted.formUnion(statements[index].names.free)
        wanted.formUnion(statements[index].names.bound)
    }

    private func isAlwaysKept(_ index: Int) -> Bool {
        let statement = statements[index]
        if statement.kind == .importing { return !statement.hasError }
        if !statement.names.bound.isDisjoint(with: entryPoints) { return true }
        if statement.hasError { return false }
        if changesByName(statement) { return true }
        switch statement.kind {
        case .compound: return statement.imports && !isDemonstration(statement)
        case .assignment:
            return statement.names.bound.contains { $0.hasPrefix("__") }
                || statement.names.bound.contains(where: Self.isConstant) && !isDemonstration(statement)
        case .function, .class: return !statement.names.decorators.isDisjoint(with: defined)
        // A docstring at the beginning, and calls that set up what was imported.
        case .expression:
            return isDocstring(index) || isSetUp(statement)
        default: return false
        }
    }

    /// Whether a name is written as a constant is: a Problem may ask for one that no function uses.
    private static func isConstant(_ name: String) -> Bool {
        name.contains(where: \.isUppercase) && !name.contains(where: \.isLowercase)
    }

    /// Whether it is a text with nothing above it but words that are Python by chance: `assistant`.
    private func isDocstring(_ index: Int) -> Bool {
        guard statements[index].isText, statements[index].names.free.isEmpty else { return false }
        return statements[..<index].allSatisfy {
            $0.kind == .expression && !$0.isText && $0.names.called.isEmpty && $0.names.bound.isEmpty
        }
    }

    /// Whether it reaches names of the module, or of what it imports, by their text: `globals()["limit"] = 3`, `setattr(module, "limit", 3)`.
    private func changesByName(_ statement: Statement) -> Bool {
        !statement.names.called.isDisjoint(with: Self.callsByName) && statement.kind != .main
            && !isDemonstration(statement)
    }

    private static let callsByName: Set<String> = ["globals", "vars", "locals", "setattr", "delattr", "exec", "eval"]

    private func triggers(of statement: Statement) -> Set<String> {
        var names = statement.names.bound.union(statement.names.changed)
        if statement.kind == .function || statement.kind == .class {
            names.formUnion(statement.names.decorators)
            names.formUnion(statement.names.bases)
        }
        if statement.kind == .compound || statement.kind == .other { names.formUnion(statement.names.free) }
        if statement.kind == .expression { names.formUnion(statement.names.called) }
        return names
    }

    private func isWanted(_ statement: Statement) -> Bool {
        let binds = !statement.names.bound.isDisjoint(with: wanted)
        switch statement.kind {
        case .function, .class: return binds || registers(statement)
        case .assignment: return binds || !isDemonstration(statement)
        // `(limit := 3)` binds a name.
        case .expression:
            return !statement.hasError && !isDemonstration(statement) && (binds || changesKept(statement))
        case .compound, .other: return !statement.hasError && (binds || !isDemonstration(statement))
        case .importing, .main, .leaving: return false
        }
    }

    /// Whether a definition makes itself known: by a decorator of the solution, or as a subclass of one of its classes.
    private func registers(_ statement: Statement) -> Bool {
        let names = statement.names
        if names.decorators.contains(where: { defined.contains($0) && wanted.contains($0) }) { return true }
        return names.bases.contains { defined.contains($0) && wanted.contains($0) }
    }

    /// Whether a call concerns an object of the solution, or is of a function that prepares something.
    private func changesKept(_ statement: Statement) -> Bool {
        let names = statement.names
        if names.changed.contains(where: { defined.contains($0) && wanted.contains($0) }) { return true }
        return preparesSomething(statement)
    }

    /// Whether a call at module level sets up a module: `logging.basicConfig()`, `yaml.add_constructor()`, `register_namespace("", NS)`.
    private func isSetUp(_ statement: Statement) -> Bool {
        guard !isDemonstration(statement) else { return false }
        if !statement.names.called.isDisjoint(with: imported) { return true }
        if let root = statement.names.changed.first { return !defined.contains(root) }
        return preparesSomething(statement)
    }

    /// Whether a function of the solution is called that does not lead to an entry point: `init_db()`.
    private func preparesSomething(_ statement: Statement) -> Bool {
        statement.names.called.contains { functions.contains($0) && !drivers.contains($0) }
    }

    /// Whether a statement shows, tests or starts the solution.
    private func isDemonstration(_ statement: Statement) -> Bool {
        var names = statement.names
        if isGuard(statement), !names.calledPaths.isDisjoint(with: Self.endingCalls) {
            // It may say why before it ends the program.
            names.called.subtract(["sys", "os", "exit", "quit", "print"])
            names.calledPaths.subtract(Self.endingCalls)
        }
        if !names.called.isDisjoint(with: entryPoints) || !names.called.isDisjoint(with: drivers) { return true }
        if !names.called.isDisjoint(with: Self.demonstratingCalls) { return true }
        if names.called.contains(where: Self.isDriverName) { return true }
        return names.calledPaths.contains { path in
            Self.startingCalls.contains(path) || (path.hasSuffix(".run") && path.split(separator: ".").count == 2)
                || path.hasSuffix(".serve_forever") || path.hasSuffix(".mainloop")
        }
    }

    /// Whether a statement may refuse to go on for what the solution needs: `if not KEY: sys.exit("KEY must be set")`. One that looks at
    /// nothing of the solution, such as at the command line, belongs to a program that is started.
    private func isGuard(_ statement: Statement) -> Bool {
        statement.kind == .compound && statement.names.free.contains { defined.contains($0) && wanted.contains($0) }
    }

    private static let endingCalls: Set<String> = ["sys.exit", "os._exit", "exit", "quit"]
    private static let demonstratingCalls: Set<String> = ["print", "input", "exit", "quit", "help", "pprint", "pytest"]
    private static let startingCalls: Set<String> = [
        "unittest.main", "doctest.testmod", "asyncio.run", "sys.exit", "os._exit", "time.sleep", "pdb.set_trace",
    ]

    private static func isDriverName(_ name: String) -> Bool {
        name == "main" || name.hasPrefix("test_") || name.hasPrefix("demo") || name.hasPrefix("run_test")
            || name.hasPrefix("example")
    }

    /// Names that can be asked for at run time cannot be followed.
    private var usesReflection: Bool {
        !wanted.isDisjoint(with: ["globals", "locals", "vars", "eval", "exec", "__import__", "__subclasses__"])
    }

    private mutating func keepDefinitions() {
        for (index, statement) in statements.enumerated() where !isKept[index] && !statement.hasError {
            switch statement.kind {
            case .function, .class:
                if !statement.names.bound.contains(where: {
                    $0.hasPrefix("test") || $0.hasPrefix("Test") || $0 == "main"
                }) {
                    keep(index)
                }
            case .assignment: if !isDemonstration(statement) { keep(index) }
            default: break
            }
        }
    }
}
