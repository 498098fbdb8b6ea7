import EvaluationCore
import Foundation

/// All of a file at once.
///
/// - Parameter path: `-` is standard input.
/// - Throws: `UserError` when it cannot be read.
func wholeInput(_ path: String) throws -> Data {
    if path == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
    guard let data = FileManager.default.contents(atPath: path) else {
        throw UserError("'\(path)' cannot be read", remedy: "check the path")
    }
    return data
}
