internal import EvaluationCore

/// What a worker has imported before it takes its first job.
enum Profile: String, Sendable, Hashable, CaseIterable {
    /// Next to nothing: for workers that serve one run.
    case bare
    /// The part of the standard library that solutions use most.
    case slim
    /// That and Flask.
    case flask

    init(for request: SandboxRequest) {
        self = request.packages.contains { $0.lowercased() == "flask" } ? .flask : .slim
    }
}
