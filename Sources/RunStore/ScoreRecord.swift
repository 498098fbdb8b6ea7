import EvaluationCore
import Foundation
import GRDB

/// A row of `score`: of code, with a verdict, or of a label.
struct ScoreRecord: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "score"
    static let persistenceConflictPolicy = PersistenceConflictPolicy(insert: .replace)

    var sample: String
    var task: String
    var subject: String
    var attemptIndex: Int
    var scorer: String
    var code: WholeText?
    var removed: String?
    var verdict: String?
    var cause: String?
    var detail: WholeText?
    var checks: String?
    var sandboxLevel: Int?
    var duration: Double?
    var codeBLEU: Double?
    var ngramMatch: Double?
    var weightedNgramMatch: Double?
    var syntaxMatch: Double?
    var dataFlowMatch: Double?
    var label: String?

    init(_ score: Score, scorer: String) throws {
        sample = score.key.sample.description
        task = score.key.task.rawValue
        subject = score.key.subject.rawValue
        attemptIndex = score.key.index
        self.scorer = scorer
        switch score.result {
        case .code(let extracted, let verdict, let similarity):
            code = extracted.map { WholeText($0.code) }
            removed = try extracted.map { try JSON.text($0.removed) }
            self.verdict = verdict.kind.rawValue
            cause = verdict.cause
            detail = verdict.detail.map(WholeText.init)
            checks = try JSON.text(verdict.checks)
            sandboxLevel = verdict.sandboxLevel
            duration = verdict.duration
            codeBLEU = similarity.codeBLEU
            ngramMatch = similarity.ngramMatch
            weightedNgramMatch = similarity.weightedNgramMatch
            syntaxMatch = similarity.syntaxMatch
            dataFlowMatch = similarity.dataFlowMatch
        case .label(let label):
            self.label = try JSON.text(label)
        }
    }

    func score() throws -> Score {
        let key = try AttemptKey(sample: sample, task: task, subject: subject, index: attemptIndex)
        if let label { return Score(key: key, result: .label(try JSON.value(label))) }
        let extracted = try code.map {
            ExtractedCode(code: $0.text, removed: try removed.map { try JSON.value($0) } ?? [])
        }
        let verdict = Verdict(
            verdict.flatMap(Verdict.Kind.init) ?? .harnessError, cause: cause, detail: detail?.text,
            checks: try checks.map { try JSON.value($0) } ?? [], sandboxLevel: sandboxLevel, duration: duration ?? 0)
        let similarity = CodeBLEUScore(
            codeBLEU: codeBLEU ?? 0, ngramMatch: ngramMatch ?? 0, weightedNgramMatch: weightedNgramMatch ?? 0,
            syntaxMatch: syntaxMatch ?? 0, dataFlowMatch: dataFlowMatch ?? 0)
        return Score(key: key, result: .code(extracted, verdict, similarity))
    }
}

/// Values that are stored as JSON text, keys sorted so that equal values are equal texts.
enum JSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
