/// The way from a question to an answer, step by step. A step is durable before the next one begins.
public protocol Dialogue: Sendable {
    /// Asks the model. A step that is known already comes back without a call.
    ///
    /// - Parameters:
    ///   - step: what it is for, in one word: `draft`, `critique`.
    ///   - messages: the whole conversation up to here.
    /// - Throws: `ModelError` of kind `.unanswerable` when the model cannot answer these messages; anything else ends the
    ///   dialogue for now.
    func ask(_ step: String, _ messages: [ChatMessage]) async throws -> ModelAnswer

    /// Uses a tool. A step that is known already comes back without using it again.
    ///
    /// - Parameter input: what the tool works on; with the step's name it tells whether a known step is this one.
    func use<Output: Codable & Sendable>(
        _ step: String, on input: String, _ tool: @Sendable () async throws -> Output
    ) async throws -> Output
}

extension Dialogue {
    /// - Returns: nil when the model cannot answer these messages: they may have grown too long for it.
    public func askIfPossible(_ step: String, _ messages: [ChatMessage]) async throws -> ModelAnswer? {
        do {
            return try await ask(step, messages)
        } catch let error as ModelError where error.kind == .unanswerable {
            return nil
        }
    }
}
