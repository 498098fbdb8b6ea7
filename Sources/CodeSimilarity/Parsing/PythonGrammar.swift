internal import CTreeSitter

/// The Python grammar's tables, read once.
enum PythonGrammar {
    /// Safe to share: tree-sitter languages are constant data.
    nonisolated(unsafe) static let language: OpaquePointer = tree_sitter_python()

    /// Number of symbols; `error` is the one after the last.
    static let symbolCount = Int(ts_language_symbol_count(language))

    /// Stands for the symbol of error nodes, which tree-sitter numbers 65,535.
    static let error = UInt16(symbolCount)

    /// Names by symbol, as they appear in S-expressions.
    static let names: [String] =
        (0..<symbolCount).map { symbol in
            ts_language_symbol_name(language, TSSymbol(symbol)).map { String(cString: $0) } ?? ""
        } + ["ERROR"]

    /// The same names as bytes, to compare with tokens.
    static let nameBytes: [[UInt8]] = names.map { Array($0.utf8) }

    /// Whether nodes of a symbol are named, by symbol.
    static let isNamed: [Bool] =
        (0..<symbolCount).map { ts_language_symbol_type(language, TSSymbol($0)) == TSSymbolTypeRegular } + [true]

    /// One number for all symbols of the same name, by symbol.
    static let nameID: [UInt16] = {
        var first: [String: UInt16] = [:]
        return names.enumerated().map { symbol, name in
            if let known = first[name] { return known }
            first[name] = UInt16(symbol)
            return UInt16(symbol)
        }
    }()

    static func symbol(_ name: String, isNamed: Bool = true) -> UInt16 {
        let symbol = ts_language_symbol_for_name(language, name, UInt32(name.utf8.count), isNamed)
        precondition(symbol != 0, "the Python grammar has no symbol \(name)")
        return symbol
    }

    static func field(_ name: String) -> UInt16 {
        let field = ts_language_field_id_for_name(language, name, UInt32(name.utf8.count))
        precondition(field != 0, "the Python grammar has no field \(name)")
        return field
    }
}
