public import EvaluationCore
internal import Foundation

/// Writes answers so that other programs read them. A path that ends in `.gz` is packed.
public struct AttemptExport: Sendable {
    public var format: InterchangeFormat
    /// Of the run, in the order that a list by position has.
    public var samples: [SampleID]

    public init(format: InterchangeFormat, samples: [SampleID]) {
        self.format = format
        self.samples = samples
    }

    /// - Parameter attempts: in the order of samples and indices.
    /// - Throws: `UserError` when the path cannot be written.
    public func write(_ attempts: some Sequence<ImportedAttempt>, to path: String) throws {
        switch format {
        case .evalPlusFolder: try writeFolder(attempts, path)
        case .evalPlus, .humanEval:
            try ByteSink.writing(to: path) { sink in
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                for attempt in attempts { try sink(encoder.encode(record(attempt)) + Data("\n".utf8)) }
            }
        case .generations:
            try ByteSink.writing(to: path) { try writeLists(attempts, $0) }
        }
    }

    private func record(_ attempt: ImportedAttempt) -> JSONLRecord {
        JSONLRecord(
            taskID: attempt.sample.description, solution: format == .evalPlus ? attempt.text : nil,
            completion: format == .humanEval ? attempt.text : nil, task: attempt.task?.rawValue,
            subject: attempt.subject == .task ? nil : attempt.subject.rawValue, attempt: attempt.index,
            refusal: attempt.refusal)
    }

    private func writeLists(_ attempts: some Sequence<ImportedAttempt>, _ sink: (Data) throws -> Void) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        var iterator = attempts.makeIterator()
        var next = iterator.next()
        try sink(Data("[".utf8))
        for (position, sample) in samples.enumerated() {
            try sink(Data((position == 0 ? "[" : ",\n[").utf8))
            var position = 0
            while let attempt = next, attempt.sample == sample {
                // An answer's place is its index, so that something has to stand where one is missing.
                for _ in position...max(position, attempt.index) {
                    let text = position == attempt.index ? attempt.text : ""
                    try sink(Data((position == 0 ? "" : ",").utf8) + encoder.encode(text))
                    position += 1
                }
                next = iterator.next()
            }
            try sink(Data("]".utf8))
        }
        try sink(Data("]\n".utf8))
    }

    private func writeFolder(_ attempts: some Sequence<ImportedAttempt>, _ path: String) throws {
        for attempt in attempts {
            let folder = URL(fileURLWithPath: path).appendingPathComponent(attempt.sample.description)
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(attempt.text.utf8).write(to: folder.appendingPathComponent("\(attempt.index).py"))
            } catch {
                throw ByteSink.unwritable(path)
            }
        }
    }
}
