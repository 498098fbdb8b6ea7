public import EvaluationCore
internal import Foundation

extension SampleID {
    /// Other programs write the ID with a slash where a name of ours has the underscore, or in small letters.
    public init?(spelled text: String) {
        let name = text.trimmingCharacters(in: .whitespaces).replacing("/", with: "_")
        if let id = SampleID(name) {
            self = id
        } else if name.lowercased().hasPrefix("cwe-") {
            let rest = name.dropFirst(4)
            let number = rest.lowercased().hasPrefix("aur") ? "Aur" + rest.dropFirst(3) : String(rest)
            guard let id = SampleID("CWE-" + number) else { return nil }
            self = id
        } else {
            return nil
        }
    }
}
