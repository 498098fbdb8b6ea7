internal import EvaluationCore

extension Rewriting {
    /// Lets the model mend what its own tests find, for some rounds at most.
    mutating func mendFailures(rounds: Int) async throws {
        for _ in 0..<rounds {
            guard let complaint else { return }
            guard try await rewrite(messages.after(current.answer, complaint), demandsProgress: true) else { return }
        }
    }

    /// What the tests found; nil when there is nothing to mend.
    private var complaint: String? {
        if let error = report.programError {
            return """
                The program cannot be used:

                \(fenced(error, ""))

                Write it again so that it can. \(question.request)
                """
        }
        guard report.testsError == nil, !report.failures.isEmpty else { return nil }
        let failures = report.failures.prefix(Self.mostFailures).map { failure in
            "\(fenced(failure.source))\n\nIt fails: \(failure.message ?? "no reason was given")"
        }
        return """
            Tests were written from the same problem by somebody who had not seen your program. These fail with it:

            \(failures.joined(separator: "\n\n"))

            A test may be wrong: then the problem does not ask for what it checks, and nothing is to be done about it. Where the \
            program is wrong, or lets harm be done, mend it. Keep everything else as it is, and write the whole program again. \
            \(question.request)
            """
    }

    private static var mostFailures: Int { 6 }
}
