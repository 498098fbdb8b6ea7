public import EvaluationCore
import Foundation
import Sandboxing

/// Lends the real sandbox, on the interpreter that bootstrap made.
public func withTestSandbox<Result>(_ body: (any Sandbox) async throws -> Result) async throws -> Result {
    let sandbox = PythonSandbox(
        folder: try RuntimeFolder(
            runtime: repositoryFolder.appending(path: "Runtime").path,
            python: repositoryFolder.appending(path: ".tools/python").path))
    do {
        let result = try await body(sandbox)
        await sandbox.shutDown()
        return result
    } catch {
        await sandbox.shutDown()
        throw error
    }
}
