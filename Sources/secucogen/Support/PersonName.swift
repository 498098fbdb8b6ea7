import EvaluationCore
import Foundation

extension ReviewPerson {
    var title: String {
        switch self {
        case .rater(let name): "rater \(Terminal.harmless(name))"
        case .adjudicator(let name): "adjudicator \(Terminal.harmless(name))"
        }
    }
}

func isPersonName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 40 && name.allSatisfy { $0.isLetter || $0.isNumber || "-_. ".contains($0) }
}

func personNameRule(_ option: String, _ name: String) -> String {
    "\(option) '\(name)': letters, digits, blanks and -_. make a name".trimmingCharacters(in: .whitespaces)
}
