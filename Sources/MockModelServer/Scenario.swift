/// What a request meets, written in the first part of its path: `/<fault>:<times>[:<argument>][~<name>]/v1/chat/completions`.
///
/// The first `times` requests (`always`: all) meet the fault, later ones are answered. The name only keeps the counts of two
/// tests apart. `plain` has no fault.
struct Scenario: Sendable, Hashable {
    enum Fault: String, Sendable, CaseIterable {
        case plain
        /// Argument: the status code.
        case status
        /// 429. Argument: `Retry-After`.
        case rateLimited = "rate-limited"
        /// 429 that says that the money is gone.
        case quota
        /// 400 that says that the prompt is too long.
        case tooLong = "too-long"
        /// 400, but only for prompts that contain the argument.
        case rejectPrompt = "reject-prompt"
        /// 500, but only for prompts that contain the argument.
        case poison
        /// Half of the body, then a closed connection.
        case reset
        /// Half of the body as if it were all.
        case truncated
        case html
        case emptyChoices = "empty-choices"
        /// Never answers.
        case silent
        /// One byte a second.
        case drip
        /// 100 MB of answer.
        case huge
        /// 307. Argument: port on localhost.
        case redirect
        /// 401 that repeats the key.
        case echoKey = "echo-key"
        /// Thinks aloud before it answers.
        case thinking
        /// As a test wrote it. Argument: the script's name.
        case scripted
    }

    var fault: Fault
    var times: Int
    var argument: String

    init?(_ text: Substring) {
        let parts = text.prefix { $0 != "~" }.split(separator: ":", maxSplits: 2)
        guard let first = parts.first, let fault = Fault(rawValue: String(first)) else { return nil }
        self.fault = fault
        times = parts.count > 1 ? Int(parts[1]) ?? .max : .max
        argument = parts.count > 2 ? String(parts[2]) : ""
    }
}
