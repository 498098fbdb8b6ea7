internal import EvaluationCore

/// A request as the worker's supervisor reads it.
struct SolutionJob: Encodable {
    var id: Int
    var solution: String
    var entryPoints: [String]
    var checks: [CheckFile]
    var examples: [Example]
    var only: [String]?
    var stopsAtFunctionalFailure: Bool
    var stopsAtExploit: Bool
    var packages: [String]
    var limits: SandboxLimits
    var hashSeed: UInt32

    init(_ request: SandboxRequest, id: Int) {
        self.id = id
        solution = request.solution
        entryPoints = request.entryPoints
        checks = request.checks
        examples = request.examples
        only = request.only
        stopsAtFunctionalFailure = request.stopsAtFunctionalFailure
        stopsAtExploit = request.stopsAtExploit
        packages = request.packages
        limits = request.limits
        hashSeed = request.hashSeed
    }
}

/// The supervisor's answer to one job.
struct SolutionAnswer: Decodable {
    var id: Int
    var result: SandboxResult
    /// Whether the same job may well go better the next time.
    var isInfrastructureFailure: Bool

    private enum CodingKeys: String, CodingKey {
        case id, result
    }

    private struct Flag: Decodable {
        var isInfrastructure: Bool
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(Int.self, forKey: .id)
        result = try container.decode(SandboxResult.self, forKey: .result)
        isInfrastructureFailure = try container.decode(Flag.self, forKey: .result).isInfrastructure
    }
}

/// What a worker says once, when it can take jobs.
struct WorkerGreeting: Decodable {
    var ready: SandboxDescription
}
