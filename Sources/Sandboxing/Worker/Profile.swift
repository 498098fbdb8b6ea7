/// What a worker has imported before it takes its first job.
enum Profile: String, Sendable, Hashable {
    /// Next to nothing: for workers that serve one run.
    case bare
    /// The part of the standard library that solutions use most. For the packages that a sample declares, a worker forks
    /// what it has and imports them there.
    case standard
}
