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

    /// Whether an answer's place is all that says which sample it is an answer to.
    public var isPositional: Bool { self == .generations }
    /// Whether it can say which task an answer belongs to.
    public var namesTasks: Bool { self == .evalPlus || self == .humanEval }
}

/// Answers that other programs obtained, read one by one.
///
/// Without a format a folder is read as EvalPlus' folders, and a file by what it begins with: `[` is bigcode's list, `{` JSONL.
struct AttemptFile {
    private struct Question: Hashable {
        var sample: SampleID
        var task: PromptTask?
        var subject: AttemptKey.Subject
    }

    // One of the three.
    private var lines: LineReader?
    private var list: GenerationsReader?
    private var files: SampleFolders.Iterator?
    private let path: String
    private let format: InterchangeFormat
    private let samples: [SampleID]
    private var counts: [Question: Int] = [:]
    /// Of a line with a list of answers, those that are still to be handed out.
    private var pending: [ImportedAttempt] = []

    /// - Parameters:
    ///   - format: nil leaves it to what the file looks like.
    ///   - samples: in the order that a list by position has.
    /// - Throws: `UserError` when there is nothing to read.
    init(path: String, format: InterchangeFormat? = nil, samples: [SampleID]) throws {
        self.path = path
        self.samples = samples
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw UserError("'\(path)' does not exist", remedy: "check the path")
        }
        let suited: InterchangeFormat =
            isFolder.boolValue
            ? .evalPlusFolder : try ByteSource.firstByte(of: path) == UInt8(ascii: "[") ? .generations : .evalPlus
        self.format = format ?? suited
        guard (self.format == .evalPlusFolder) == isFolder.boolValue else {
            throw UserError(
                "'\(path)' is \(isFolder.boolValue ? "a folder" : "a file"), and \(self.format.rawValue) is not",
                remedy: "leave --format out, or name another")
        }
        switch self.format {
        case .evalPlusFolder: files = try SampleFolders(path).makeIterator()
        case .generations: list = try GenerationsReader(path: path)
        case .evalPlus, .humanEval: lines = try LineReader(path: path)
        }
    }

    /// The next answer, with its index among those to the same question.
    ///
    /// - Throws: `UserError` that names file, line and field.
    mutating func next() throws -> ImportedAttempt? {
        if pending.isEmpty { pending = try nextGroup() }
        guard !pending.isEmpty else { return nil }
        var attempt = pending.removeFirst()
        let question = Question(sample: attempt.sample, task: attempt.task, subject: attempt.subject)
        attempt.index = attempt.ownIndex ?? counts[question, default: 0]
        counts[question] = max(counts[question, default: 0], attempt.index + 1)
        return attempt
    }

    /// - Returns: nothing at the end.
    private mutating func nextGroup() throws -> [ImportedAttempt] {
        if lines != nil {
            guard let line = try lines!.next() else { return [] }
            return try JSONLRecord.attempts(
                in: line, place: lines!.place, prefersCompletion: format == .humanEval)
        }
        if list != nil { return try nextOfList() }
        guard let file = try files?.next() else { return [] }
        var attempt = ImportedAttempt(sample: file.sample, text: file.text)
        attempt.ownIndex = file.number
        return [attempt]
    }

    private mutating func nextOfList() throws -> [ImportedAttempt] {
        guard let text = try list!.next() else {
            // A list that is too short has put every answer behind the gap to another sample.
            guard list!.problem + 1 == samples.count else { throw wrongLength(list!.problem + 1) }
            return []
        }
        guard samples.indices.contains(list!.problem) else { throw wrongLength(nil) }
        var attempt = ImportedAttempt(sample: samples[list!.problem], text: text)
        attempt.ownIndex = list!.answer
        return [attempt]
    }

    private func wrongLength(_ count: Int?) -> UserError {
        UserError(
            "'\(path)' has lists for \(count.map(String.init) ?? "more than \(samples.count)") samples, and \(samples.count) are expected",
            remedy: "name those that it was made for, in its order, with --samples")
    }
}

/// EvalPlus' folders: a folder for each sample, and in it a file for each answer.
struct SampleFolders {
    struct File {
        var sample: SampleID
        var text: String
        /// As the file's name has it; nil where names are no numbers.
        var number: Int?
    }

    struct Iterator {
        fileprivate var paths: ArraySlice<(sample: SampleID, path: String, number: Int?)>

        /// - Throws: `UserError` when a file is no text.
        mutating func next() throws -> File? {
            guard let (sample, path, number) = paths.popFirst() else { return nil }
            guard let data = FileManager.default.contents(atPath: path),
                let text = String(validating: data, as: UTF8.self)
            else { throw UserError("'\(path)' cannot be read as UTF-8 text", remedy: "check the file") }
            return File(sample: sample, text: text, number: number)
        }
    }

    private var paths: [(sample: SampleID, path: String, number: Int?)] = []

    /// - Throws: `UserError` when a folder is no sample's.
    init(_ folder: String) throws {
        let manager = FileManager.default
        for name in try manager.contentsOfDirectory(atPath: folder).sorted() where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            var isFolder: ObjCBool = false
            guard manager.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { continue }
            guard let sample = SampleID(spelled: name) else {
                throw UserError("'\(path)': the folder's name is no sample ID", remedy: "name it such as CWE-89_01")
            }
            let files = ((try? manager.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".py") }
            // `0.py`, `000.py`, `1.py`.
            let numbered = files.compactMap { file in Int(file.dropLast(3)).map { (file, $0) } }.sorted { $0.1 < $1.1 }
            if numbered.count == files.count {
                paths += numbered.map { (sample, "\(path)/\($0.0)", $0.1) }
            } else {
                paths += files.sorted().map { (sample, "\(path)/\($0)", nil) }
            }
        }
    }

    /// Some programs count from 1: where no sample has a number 0, the first is the first all the same.
    func makeIterator() -> Iterator {
        let least = paths.compactMap(\.number).min() ?? 0
        return Iterator(paths: paths.map { ($0.sample, $0.path, $0.number.map { $0 - min(least, 1) }) }[...])
    }
}
