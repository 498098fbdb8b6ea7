public import EvaluationCore
public import Foundation

/// What the command line says about how models are reached.
public struct ModelOptions: Sendable {
    /// For `openai-compatible`, and in place of a provider's own address.
    public var baseURL: String?
    /// A file of mode 0600 that holds the key, instead of an environment variable.
    public var keyFile: String?
    /// Chat, completion or infill, when the model's own wish is not to be followed.
    public var form: PromptForm?
    /// Requests under way at once.
    public var maxConnections: Int?
    public var timeLimits: TimeLimits
    public var retries: RetryPolicy
    /// A name among `InfillTemplate.builtIn`.
    public var infillTemplate: String?
    /// Whether requests carry a seed; some servers reject the field.
    public var sendsSeed: Bool
    /// Tokens of context of a local model; nil lets its file and the machine's memory decide.
    public var localContext: Int?
    public var localRuntime: LocalRuntime?
    /// Where a program's standard error goes; nil keeps its last lines alone, for messages.
    public var programLog: URL?
    /// Name and version of an agent's harness, and the model that it asks.
    public var harness: String?
    public var harnessModel: String?
    /// What an agent does not get to see.
    public var hiddenFolders: [String]
    /// Is told of waits and requests.
    public var waits: WaitBoard
    /// Is told, in one line, of what looks wrong and may work all the same.
    public var warn: @Sendable (String) -> Void
    public var environment: [String: String]
    /// Has what the environment lacks.
    public var environmentFile: EnvironmentFile?

    public init(
        baseURL: String? = nil, keyFile: String? = nil, form: PromptForm? = nil, maxConnections: Int? = nil,
        timeLimits: TimeLimits = TimeLimits(), retries: RetryPolicy = RetryPolicy(), infillTemplate: String? = nil,
        sendsSeed: Bool = true, localContext: Int? = nil, localRuntime: LocalRuntime? = nil, programLog: URL? = nil,
        harness: String? = nil, harnessModel: String? = nil, hiddenFolders: [String] = [],
        waits: WaitBoard = WaitBoard(), warn: @escaping @Sendable (String) -> Void = { _ in },
        environment: [String: String], environmentFile: EnvironmentFile? = nil
    ) {
        self.baseURL = baseURL
        self.keyFile = keyFile
        self.form = form
        self.maxConnections = maxConnections
        self.timeLimits = timeLimits
        self.retries = retries
        self.infillTemplate = infillTemplate
        self.sendsSeed = sendsSeed
        self.localContext = localContext
        self.localRuntime = localRuntime
        self.programLog = programLog
        self.harness = harness
        self.harnessModel = harnessModel
        self.hiddenFolders = hiddenFolders
        self.waits = waits
        self.warn = warn
        self.environment = environment
        self.environmentFile = environmentFile
    }
}
