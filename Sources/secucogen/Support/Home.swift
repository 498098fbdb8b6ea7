import ArgumentParser
import EvaluationCore
import Foundation

/// Where the dataset and the sandbox's runtime are (beside the executable or above it, or where flag or environment
/// say), and where the tools are that `secucogen setup` brought.
struct Home {
    let folder: URL
    /// The solutions' Python and the bundled model.
    let tools: URL

    var dataset: URL { folder.appending(path: "Dataset") }
    /// Prompts, flowchart and worked example for the construction of samples.
    var construction: URL { dataset.appending(path: "Construction") }
    /// Words that stand for each other in twins of the dataset.
    var lexicon: URL { dataset.appending(path: "Perturbation/words.yaml") }
    /// Templates, style and script of `secucogen view`.
    var pages: URL { folder.appending(path: "Pages") }
    var runtime: URL { folder.appending(path: "Runtime") }
    /// The program that fills `tools`.
    var setup: URL { folder.appending(path: "Setup/setup.sh") }
    /// The interpreter that solutions run on.
    var pythonPrefix: URL { tools.appending(path: "python") }
    var python: URL { pythonPrefix.appending(path: "bin/python3") }

    /// The templates of the tasks' prompts: a dataset's own, or those that come with secucogen.
    func prompts(for dataset: URL) -> URL {
        let own = dataset.appending(path: "Prompts")
        return FileManager.default.fileExists(atPath: own.path) ? own : self.dataset.appending(path: "Prompts")
    }

    init(_ folder: URL) {
        self.folder = folder
        tools = ToolsFolder(beside: folder).url
    }

    /// - Throws: `UserError` when no folder on the way has both `Dataset` and `Runtime`.
    static func find(_ flag: String?) throws -> Home {
        if let named = flag ?? ProcessInfo.processInfo.environment["SECUCOGEN_HOME"] {
            let folder = URL(filePath: named, directoryHint: .isDirectory).standardizedFileURL
            guard isHome(folder) else {
                throw UserError(
                    "\(folder.path): holds no Dataset/types.yaml and Runtime",
                    remedy: "--home (or SECUCOGEN_HOME) has to name secucogen's own folder")
            }
            return Home(folder)
        }
        var folder = executable.deletingLastPathComponent()
        while folder.path != "/" {
            for candidate in [folder, folder.appending(path: "share/secucogen")] where isHome(candidate) {
                return Home(candidate)
            }
            folder.deleteLastPathComponent()
        }
        throw UserError(
            "the dataset and the runtime are not beside \(executable.path)",
            remedy: "give their folder with --home or SECUCOGEN_HOME")
    }

    /// This program's own file.
    static var executable: URL {
        URL(
            filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
                ?? CommandLine.arguments[0]
        )
        .resolvingSymlinksInPath()
    }

    private static func isHome(_ folder: URL) -> Bool {
        let files = FileManager.default
        return files.fileExists(atPath: folder.appending(path: "Dataset/types.yaml").path)
            && files.fileExists(atPath: folder.appending(path: "Runtime").path)
    }
}

struct HomeOptions: ParsableArguments {
    @Option(
        help: "secucogen's own folder, with Dataset and Runtime (default: beside the executable; SECUCOGEN_HOME).",
        completion: .directory)
    var home: String?

    @Option(help: "Another dataset's folder, of the same form.", completion: .directory)
    var dataset: String?

    func find() throws -> Home { try Home.find(home) }

    func datasetFolder(in home: Home) -> URL {
        dataset.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? home.dataset
    }
}
