/// An option whose value may come from a configuration file or from the environment.
struct ConfigurableOption: Sendable {
    /// Its long name, which is also its key in a file: `base-url`.
    var name: String
    /// Other names that it has on the command line.
    var aliases: [String] = []
    /// Whether it takes no value: in a file it is `true` or `false`.
    var isFlag = false
    /// The commands that have it.
    var commands = ["run"]

    /// As the environment has it: `SECUCOGEN_BASE_URL`.
    var variable: String { "SECUCOGEN_" + name.uppercased().replacing("-", with: "_") }

    /// Who answers and how, what a run may use up, and how code is run: what stays the same from run to run.
    static let all: [ConfigurableOption] =
        [
            .init(name: "model"), .init(name: "base-url"), .init(name: "key-file"), .init(name: "max-connections"),
            .init(name: "max-retries"), .init(name: "timeout"), .init(name: "max-wait"),
            .init(name: "no-seed", isFlag: true), .init(name: "context"), .init(name: "infill-template"),
            .init(name: "attempts", aliases: ["epochs", "n-samples"]), .init(name: "temperature"),
            .init(name: "top-p"), .init(name: "max-tokens"), .init(name: "seed"), .init(name: "system-prompt"),
            .init(name: "prompt-form"),
            .init(name: "max-cost"), .init(name: "max-tokens-total"), .init(name: "prices"),
        ]
        + ["workers", "sandbox-level"].map { .init(name: $0, commands: judging) }
        + [.init(name: "cold-sandbox", isFlag: true, commands: judging)]

    private static let judging = ["run", "score", "judge", "dataset verify"]

    /// Whether the user has said it on the command line.
    func isGiven(in arguments: some Sequence<String>) -> Bool {
        let names = ([name] + aliases).map { "--\($0)" }
        return arguments.prefix { $0 != "--" }.contains { argument in
            names.contains { argument == $0 || argument.hasPrefix("\($0)=") }
        }
    }

    /// What stands on the command line for a value; nil for a flag that is off.
    func argument(for value: String, from source: String) throws -> String? {
        guard isFlag else { return "--\(name)=\(value)" }
        switch value.lowercased() {
        case "true", "yes", "1": return "--\(name)"
        case "false", "no", "0": return nil
        default: throw UsageError("\(source): '\(name)' has to be true or false, not '\(value)'")
        }
    }
}
