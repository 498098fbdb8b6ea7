import EvaluationCore
import Foundation
import ModelClients
import Yams

/// `secucogen.yaml`: values for options of the command line, by their long names.
struct ConfigurationFile {
    static let name = "secucogen.yaml"

    let url: URL
    /// How messages name it.
    let label: String

    /// The file beside the work, then the user's own; those that exist.
    static func found() -> [ConfigurationFile] {
        let own = UserFolders().configuration.appending(path: "secucogen/\(name)")
        return [
            ConfigurationFile(url: URL(filePath: name), label: name), ConfigurationFile(url: own, label: own.path),
        ].filter { FileManager.default.fileExists(atPath: $0.url.path) }
    }

    /// Whether there is anything in it.
    ///
    /// - Throws: `UserError` with the line, for what is no key of ours or has no single value.
    func holdsValues() throws -> Bool {
        let text: String
        do {
            text = try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw UserError("\(label): cannot be read as UTF-8 text")
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            let reason = "\(error)".split(separator: "\n").first.map(String.init) ?? "it cannot be parsed"
            throw UserError("\(label): not valid YAML: \(reason)")
        }
        guard let root, root.null == nil else { return false }
        guard case .mapping(let mapping) = root else {
            throw UserError("\(label): expected keys and values", remedy: "such as 'model: openai/gpt-4o-mini'")
        }
        let known = ConfigurableOption.all.map(\.name)
        for (key, value) in mapping {
            let place = "\(label):\(key.mark?.line ?? 1)"
            let word = key.string ?? ""
            guard known.contains(word) else {
                let near = NearMiss.suggestion(for: word.lowercased(), among: known)
                throw UserError(
                    "\(place): there is no key '\(word)' here",
                    remedy: near.map { "did you mean '\($0)'?" } ?? "known here: \(known.joined(separator: ", "))")
            }
            guard case .scalar(let scalar) = value, !scalar.string.isEmpty else {
                throw UserError("\(place): '\(word)' has to be one value")
            }
        }
        return !mapping.isEmpty
    }
}
