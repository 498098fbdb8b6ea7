import EvaluationCore
import Foundation

/// What was exported from a project of Label Studio as JSON.
struct LabelStudioExport {
    private let path: String
    private let tasks: [LabelStudioTask]

    /// - Throws: `UserError` when it is no such file.
    init(path: String) throws {
        self.path = path
        do {
            tasks = try JSONDecoder().decode([LabelStudioTask].self, from: wholeInput(path))
        } catch let error as DecodingError {
            throw UserError(
                "'\(path)' is no export of such a project\(Self.place(error))",
                remedy: "set the project up by 'secucogen review items', and export as JSON, not as JSON-MIN")
        }
    }

    /// - Parameter annotator: nil when there is only one.
    /// - Throws: `UserError` when it is not clear whose annotations are meant, or one cannot be understood.
    func entries(by annotator: String?) throws -> [(place: String, ReviewEntry)] {
        let annotators = tasks.reduce(into: Set<LabelStudioTask.Annotator?>()) { $0.formUnion($1.annotators) }
        let names = Set(annotators.compactMap { $0?.title }).sorted().joined(separator: ", ")
        if let annotator {
            guard annotators.contains(where: { $0?.isNamed(annotator) == true }) else {
                throw UserError(
                    "'\(path)': nothing was annotated by '\(annotator)'",
                    remedy: names.isEmpty ? "it holds no annotation" : "annotators are \(names)")
            }
        } else if annotators.count > 1 {
            throw UserError("'\(path)' holds annotations by \(names)", remedy: "say whose you want (--annotator)")
        }
        return try tasks.enumerated().compactMap { number, task in
            let place = "\(path): task \(task.id ?? number + 1)"
            do {
                return try task.judgement(by: annotator).map {
                    (place, ReviewEntry(item: task.data.item, judgement: $0))
                }
            } catch let fault as LabelStudioTask.Fault {
                throw UserError("\(place): \(fault.text)")
            }
        }
    }

    /// Where in the file: `, task 3: annotations.0.result`.
    private static func place(_ error: DecodingError) -> String {
        let path: [any CodingKey] =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: []
            }
        guard let number = path.first?.intValue else { return "" }
        let rest = path.dropFirst().map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        return ", at \(rest.isEmpty ? "" : "'\(rest)' of ")the task at place \(number + 1)"
    }
}
