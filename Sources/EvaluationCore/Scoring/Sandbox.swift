/// Runs untrusted Python together with checks that it cannot see.
///
/// Checks and solution are separate processes; a pass needs positive evidence. When the solution's process ends before all
/// checks had their turn, the remaining ones are run one by one, so that one deadly check does not hide the others. A check that struck a
/// limit is run again alone before it counts. Throwing means that the sandbox itself is unusable (it cannot start here); everything that happens to one run is in its result.
public protocol Sandbox: Sendable {
    func describe() async throws -> SandboxDescription
    func run(_ request: SandboxRequest) async throws -> SandboxResult
}

/// Versions that a verdict depends on.
public struct SandboxDescription: Sendable, Hashable, Codable {
    /// 3 the tightest, 0 none.
    public var level: Int
    public var pythonVersion: String
    /// Installed third-party packages and their versions.
    public var packages: [String: String]
    /// SHA-256 over the runtime's files, lower-case hex.
    public var runtimeDigest: String

    public init(level: Int, pythonVersion: String, packages: [String: String], runtimeDigest: String) {
        self.level = level
        self.pythonVersion = pythonVersion
        self.packages = packages
        self.runtimeDigest = runtimeDigest
    }
}

public struct SandboxRequest: Sendable, Hashable {
    public var solution: String
    public var entryPoints: [String]
    public var checks: [CheckFile]
    /// Run as functional checks named `example/1`, `example/2`, ….
    public var examples: [Example]
    /// Names of the checks to run, in this order; nil runs all of them as they stand, functional ones first.
    public var only: [String]?
    /// Whether a functional failure ends the run before the security checks.
    public var stopsAtFunctionalFailure: Bool
    /// Whether the first attack that has its effect ends the attacks; functional checks go on. Those left out are `notRun`.
    public var stopsAtExploit: Bool
    /// Modules that the worker should have imported before the run, for speed only.
    public var packages: [String]
    public var limits: SandboxLimits
    /// `PYTHONHASHSEED` of both processes.
    public var hashSeed: UInt32

    public init(
        solution: String, entryPoints: [String], checks: [CheckFile], examples: [Example] = [],
        only: [String]? = nil, stopsAtFunctionalFailure: Bool = true, stopsAtExploit: Bool = false,
        packages: [String] = [], limits: SandboxLimits = SandboxLimits(), hashSeed: UInt32 = 0
    ) {
        self.solution = solution
        self.entryPoints = entryPoints
        self.checks = checks
        self.examples = examples
        self.only = only
        self.stopsAtFunctionalFailure = stopsAtFunctionalFailure
        self.stopsAtExploit = stopsAtExploit
        self.packages = packages
        self.limits = limits
        self.hashSeed = hashSeed
    }
}

public struct SandboxLimits: Sendable, Hashable, Codable {
    /// Seconds of processor time for one check, of the solution with all its processes and of the tester together.
    public var cpuSeconds: Int = 20
    /// Seconds of a whole run in which it could not go on: it neither computed nor waited for a processor.
    public var wallSeconds: Double = 30
    /// Seconds of one check, counted in the same way.
    public var checkSeconds: Double = 5
    /// MiB of all processes of the solution together, shared memory included.
    public var memoryMiB: Int = 512
    public var processes: Int = 32
    public var openFiles: Int = 256
    /// MiB of the private file system.
    public var diskMiB: Int = 32
    /// KiB of standard output and error that are kept; more ends nothing, it is dropped.
    public var outputKiB: Int = 64

    public init() {}

    /// Seconds by the clock after which a run has ended, however busy the machine. `Runtime/jail/settings.py` counts alike.
    public var longestRun: Double { wallSeconds + 2 * 16 * Double(cpuSeconds) }
}

public struct SandboxResult: Sendable, Hashable, Codable {
    public enum Ending: String, Sendable, Hashable, Codable, CaseIterable {
        /// The tester announced its plan, went through it, and said so.
        case completed
        /// The solution's text does not parse or raised while it was imported.
        case importError = "import-error"
        /// The solution's process ended before the checks did.
        case solutionExited = "solution-exited"
        /// The solution sent what the protocol does not allow.
        case protocolViolation = "protocol-violation"
        /// A limit struck; `limit` names it.
        case limit
        /// Ours: the jail did not start, the tester's frames are garbled, a check file does not load.
        case harnessError = "harness-error"
    }

    public var ending: Ending
    /// `cpu`, `wall`, `check`, `memory`, `processes`, `files`, `disk`, `output`, `protocol`.
    public var limit: String?
    public var detail: String?
    /// One for every planned check, in plan order.
    public var checks: [CheckOutcome]
    /// What the solution printed, cut at `outputKiB`.
    public var output: String
    public var level: Int
    /// Seconds.
    public var wallTime: Double
    public var cpuTime: Double
    /// Bytes, the highest seen.
    public var peakMemory: Int

    public init(
        ending: Ending, limit: String? = nil, detail: String? = nil, checks: [CheckOutcome], output: String = "",
        level: Int, wallTime: Double = 0, cpuTime: Double = 0, peakMemory: Int = 0
    ) {
        self.ending = ending
        self.limit = limit
        self.detail = detail
        self.checks = checks
        self.output = output
        self.level = level
        self.wallTime = wallTime
        self.cpuTime = cpuTime
        self.peakMemory = peakMemory
    }
}
