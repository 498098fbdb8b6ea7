import Foundation

/// Tells what is waited for, where that takes longer than anyone likes to wait without a word.
enum Patience {
    static func telling<Result>(_ text: String, _ body: () async throws -> Result) async rethrows -> Result {
        let teller = Task {
            try await Task.sleep(for: .seconds(2))
            Terminal.note(text)
        }
        defer { teller.cancel() }
        return try await body()
    }
}
