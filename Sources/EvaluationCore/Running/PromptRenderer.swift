/// Turns an attempt's key into the prompt that is sent.
public protocol PromptRenderer: Sendable {
    /// - Throws: `UserError` when a template or a sample that the prompt needs is missing.
    func prompt(for key: AttemptKey, in plan: Plan) throws -> Prompt

    /// What the prompt's end already says of the solution (imports and signature); nil for chat.
    func codePrefix(for key: AttemptKey, in plan: Plan) throws -> String?
}
