import EvaluationCore
import ModelClients
import Testing

@Suite struct ReplayTests {
    private let lines = """
        {"task_id": "CWE-89_01", "solution": "first"}
        {"task_id": "CWE-89_01", "solution": "second"}
        {"task_id": "CWE-89_01", "solution": "repaired", "task": "repair"}
        """

    @Test func `the n-th answer of the file is the n-th attempt`() async throws {
        try await withFile(lines) { path in
            try await withModel("replay:\(path)") { model in
                let requests = [
                    ModelRequest.fixture(index: 1), .fixture(task: .repair), .fixture(task: .generateAware),
                ]
                var texts: [String] = []
                for request in requests { texts.append(try await model.answer(request).text) }
                #expect(texts == ["second", "repaired", "first"])
            }
        }
    }

    @Test func `an attempt that the file lacks cannot be answered`() async throws {
        try await withFile(lines) { path in
            let error = await #expect(throws: ModelError.self) {
                try await withModel("replay:\(path)") { try await $0.answer(.fixture(index: 2)) }
            }
            #expect(error?.kind == .unanswerable)
            #expect(error?.description == "\(path) has 2 of the 3 attempts wanted of CWE-89_01")
        }
    }

    @Test func `continuations ask for completion prompts`() async throws {
        try await withFile(#"{"task_id": "CWE-89_01", "completion": "    return 1"}"#) { path in
            try await withModel("replay:\(path)") { #expect($0.identity.form == .completion) }
        }
    }
}
