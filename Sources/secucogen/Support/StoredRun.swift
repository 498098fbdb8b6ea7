import Dashboard
import EvaluationCore
import RunStore

/// A run file as the pages read it.
struct StoredRun: RunSource {
    let file: RunFile

    func version() throws -> Int { try file.dataVersion() }
    func results() throws -> RunResults { try file.results() }
    func reasons() throws -> [AttemptKey: String] { try file.reasons() }
    func attempt(_ key: AttemptKey) throws -> (attempt: Attempt, score: Score?)? { try file.attempt(key) }
    func steps(of key: AttemptKey) throws -> [AttemptStep] { try file.steps(of: key) }
}
