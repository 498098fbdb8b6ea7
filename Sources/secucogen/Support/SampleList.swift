import EvaluationCore
import Foundation
import ModelClients

/// `--samples`: which samples were asked, in which order.
struct SampleList {
    /// Only those that have an answer.
    static let answered = "answered"

    private let text: String?
    private let notes: ExportNotes?

    /// - Parameter text: nil for the samples of the notes, or the whole dataset.
    init(_ text: String?, notes: ExportNotes?) {
        self.text = text
        self.notes = notes
    }

    /// - Throws: `UserError` that names what the dataset does not have.
    func chosen(from all: [Sample]) throws -> [Sample] {
        let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
        if let notes {
            return try notes.plan.samples.map { id in
                guard let sample = byID[id] else {
                    throw UserError(
                        "the run that was exported has the sample \(id), and the dataset has not",
                        remedy: "give the dataset that it was made with (--dataset)")
                }
                return sample
            }
        }
        guard let text, text != Self.answered, text != "all" else { return all }
        var seen: Set<SampleID> = []
        return try names(text).flatMap { name -> [Sample] in
            if let id = SampleID(name), let sample = byID[id] { return [sample] }
            let ofType = all.filter { $0.type.description == name }
            guard !ofType.isEmpty else { throw SampleSelection.unknown(name, among: all) }
            return ofType
        }.filter { seen.insert($0.id).inserted }
    }

    private func names(_ text: String) throws -> [String] {
        var list = text
        if FileManager.default.fileExists(atPath: text) {
            guard let content = try? String(contentsOfFile: text, encoding: .utf8) else {
                throw UserError("--samples: '\(text)' cannot be read as UTF-8 text", remedy: "write one ID a line")
            }
            list = content
        }
        let names = list.split { $0 == "," || $0.isWhitespace || $0 == "[" || $0 == "]" || $0 == "\"" }.map(String.init)
        guard !names.isEmpty else { throw UserError("--samples names no sample", remedy: "write CWE-89_01,CWE-79") }
        return names
    }
}
