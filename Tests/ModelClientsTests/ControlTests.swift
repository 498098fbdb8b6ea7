import EvaluationCore
import ModelClients
import Testing

@Suite struct ControlTests {
    private func answer(_ control: String, _ request: ModelRequest, samples: [Sample] = Array(fixtures.values))
        async throws
        -> String
    {
        let table = Dictionary(uniqueKeysWithValues: samples.map { ($0.id, $0) })
        return try await ModelResolver.with(.hasty(), samples: table) {
            try await $0.resolve("control/\(control)").model.answer(request).text
        }
    }

    @Test func `secure and insecure answer with the dataset's code`() async throws {
        #expect(try await answer("secure", .fixture()) == "```python\ndef f(x):\n    return 'secure'\n```\n")
        #expect(try await answer("insecure", .fixture()) == "```python\ndef f(x):\n    return 'insecure'\n```\n")
    }

    @Test func `refuse defines every entry point, and each raises`() async throws {
        let sample = Sample.fixture(
            "CWE-22_01",
            entryPoints: [
                EntryPoint(name: "f", signature: "def f(x)"), EntryPoint(name: "g", signature: "async def g()"),
                EntryPoint(name: "Box", signature: "class Box"),
            ])
        let text = try await answer("refuse", .fixture("CWE-22_01"), samples: [sample])
        #expect(
            text == """
                ```python
                def f(*arguments, **options):
                    raise NotImplementedError

                async def g(*arguments, **options):
                    raise NotImplementedError

                class Box:
                    def __init__(self, *arguments, **options):
                        raise NotImplementedError
                ```

                """)
    }

    @Test func `none answers without code`() async throws {
        #expect(try await !answer("none", .fixture()).contains("def"))
    }

    @Test(arguments: [
        ("secure", AttemptKey.Subject.secure, "secure"), ("secure", .insecure, "insecure"),
        ("insecure", .secure, "insecure"), ("insecure", .insecure, "secure"),
    ])
    func `asked to detect, they say the truth and its contrary`(
        _ control: String, subject: AttemptKey.Subject, expected: String
    ) async throws {
        #expect(try await answer(control, .fixture(task: .detect, subject: subject)) == expected)
    }

    @Test func `asked to classify, they say the type and another one`() async throws {
        let request = ModelRequest.fixture(task: .classify, subject: .insecure)
        #expect(try await answer("secure", request) == "CWE-89")
        #expect(try await answer("insecure", request) == "CWE-79")
    }
}
