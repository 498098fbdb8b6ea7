import EvaluationCore
import Foundation
import ModelClients
import Testing

/// Programs as models, well and badly behaved.
@Suite(.timeLimit(.minutes(1))) struct ProgramTests {
    /// Reads requests as `requests()`, answers with `answer(id, …)`.
    private static let start = """
        import json, os, signal, sys, time
        def requests():
            for line in sys.stdin:
                yield json.loads(line)
        def answer(request, text="x = 1", **more):
            # At once, so that no other thread's answer comes in between.
            os.write(1, (json.dumps({"id": request["id"], "answer": text, **more}) + "\\n").encode())

        """

    private func with<Result: Sendable>(
        _ body: String, limit: Duration = .seconds(20), retries: Int = 2, log: URL? = nil,
        _ use: @Sendable (any LanguageModel, String) async throws -> Result
    ) async throws -> Result {
        try await withFile(Self.start + body, name: "model.py") { path in
            var options = ModelOptions.hasty(
                environment: ProcessInfo.processInfo.environment, retries: retries,
                limits: TimeLimits(firstByte: limit, whole: limit))
            options.programLog = log
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let python = "\(project)/.tools/python/bin/python3"
            return try await withModel("exec:cd '\(folder)' && exec '\(python)' model.py", options) {
                try await use($0, folder)
            }
        }
    }

    private func error(_ model: any LanguageModel) async -> ModelError? {
        do {
            _ = try await model.answer(.fixture())
            return nil
        } catch {
            return error as? ModelError
        }
    }

    @Test func `a program keeps the contract`() async throws {
        try await with("for r in requests(): answer(r)\n") { model, _ in try await checkContract(model) }
    }

    @Test(arguments: ["def f(request): return 'x = 1'", "async def f(request): return {'answer': 'x = 1'}"])
    func `a Python function keeps the contract`(source: String) async throws {
        try await withFile("print('loading')\n\(source)\n", name: "mine.py") { path in
            let options = ModelOptions.hasty(environment: ProcessInfo.processInfo.environment)
            try await withModel("python:\(path):f", options) { try await checkContract($0) }
        }
    }

    @Test func `a function that fails is told from one that refuses, and both from one that prints`() async throws {
        let source = """
            def f(request):
                print("hello")
                text = request["messages"][-1]["content"]
                if "79" in text: raise ValueError("no such thing")
                if "Aur" in text: return {"refusal": "context-length: too much"}
                return text.upper()
            """
        try await withFile(source, name: "mine.py") { path in
            let options = ModelOptions.hasty(environment: ProcessInfo.processInfo.environment)
            try await withModel("python:\(path):f", options) { model in
                let answer = try await model.answer(.fixture())
                #expect(answer.text == "WRITE A FUNCTION F FOR CWE-89_01.")
                let failed = await #expect(throws: ModelError.self) { try await model.answer(.fixture("CWE-79_01")) }
                #expect(failed?.kind == .unavailable && failed?.description.contains("no such thing") == true)
                let refused = await #expect(throws: ModelError.self) { try await model.answer(.fixture("CWE-Aur_01")) }
                #expect(refused?.kind == .unanswerable && refused?.refusal == .contextLength)
            }
        }
    }

    @Test func `what it is sent has all that a request says, and nothing that names the sample`() async throws {
        try await with("for r in requests(): answer(r, json.dumps(r))\n") { model, _ in
            let chat = ModelRequest.fixture(
                prompt: .chat([ChatMessage(role: .system, content: "s"), ChatMessage(role: .user, content: "u")]),
                maxTokens: 9, temperature: 0.5)
            let text = try await model.answer(chat).text
            let sent = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect((sent["messages"] as? [[String: String]])?.map(\.["role"]) == ["system", "user"])
            #expect(
                sent["max_tokens"] as? Int == 9 && sent["temperature"] as? Double == 0.5 && sent["seed"] as? Int == 7)
            #expect(!text.contains("CWE"))
            let infill = try await model.answer(
                .fixture(prompt: .infill(prefix: "a", suffix: "b", stop: []))
            ).text
            #expect(infill.contains(#""prefix": "a""#) && infill.contains(#""suffix": "b""#))
        }
    }

    @Test func `it gets one request at a time, or as many as it says`() async throws {
        let body = """
            import threading
            if NUMBER: print(json.dumps({"concurrency": NUMBER}), flush=True)
            most = under = 0
            lock = threading.Lock()
            def work(r):
                global most, under
                with lock: under += 1; most = max(most, under)
                time.sleep(0.05)
                with lock: under -= 1
                answer(r, str(most))
            for r in requests(): threading.Thread(target=work, args=(r,)).start()
            """
        for (number, most) in [(0, 1), (3, 3)] {
            try await with(body.replacing("NUMBER", with: "\(number)")) { model, _ in
                // So that it has said how many.
                _ = try await model.answer(.fixture())
                let all = try await withThrowingTaskGroup(of: Int.self) { group in
                    for _ in 0..<12 { group.addTask { Int(try await model.answer(.fixture()).text) ?? 0 } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(all.max() == most)
            }
        }
    }

    @Test func `answers in another order find their requests`() async throws {
        let body = """
            print(json.dumps({"concurrency": 8}), flush=True)
            first = next(requests()); answer(first, "first")
            held = []
            for r in requests():
                held.append(r)
                if len(held) == 4:
                    for one in reversed(held): answer(one, one["messages"][0]["content"])
                    held = []
            """
        try await with(body) { model, _ in
            _ = try await model.answer(.fixture())
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        let prompt = Prompt.chat([ChatMessage(role: .user, content: "\(number)")])
                        let answer = try await model.answer(.fixture(prompt: prompt))
                        #expect(answer.text == "\(number)")
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func `one that dies is started again, and its requests with it`() async throws {
        try await with("answer(next(requests())); sys.exit(3)\n") { model, _ in
            for _ in 0..<5 {
                let answer = try await model.answer(.fixture())
                #expect(answer.text == "x = 1")
            }
        }
        try await with("r = next(requests())\nif os.path.exists('t'): answer(r)\nelse: open('t', 'w')\n") { model, _ in
            let answer = try await model.answer(.fixture())
            #expect(answer.retries == 1)
        }
    }

    @Test func `one that always dies ends the run with its last words`() async throws {
        try await with("sys.exit('no memory left')\n") { model, _ in
            let error = try #require(await error(model))
            #expect(error.kind == .unavailable && error.endsRun)
            #expect(error.description.contains("exit code 1") && error.description.contains("no memory left"))
        }
        try await with("os.kill(os.getpid(), signal.SIGSEGV)\n") { model, _ in
            let error = try #require(await error(model))
            #expect(error.description.contains("signal 11"))
        }
    }

    @Test func `one that hangs is ended, and the next request is answered by another`() async throws {
        let body = "for r in requests(): time.sleep(0 if os.path.exists('t') else (open('t', 'w'), 99)[1]); answer(r)\n"
        try await with(body, limit: .seconds(8)) { model, _ in
            let error = try #require(await error(model))
            #expect(error.kind == .unavailable && error.description.contains("no answer within 8s"), "\(error)")
            let answer = try await model.answer(.fixture())
            #expect(answer.text == "x = 1")
        }
    }

    @Test func `what is no answer is passed over, and told when no answer comes`() async throws {
        let garbage = [
            "print('loading')", "print('[]')", "print('{}')", "print(json.dumps({'id': 'other', 'answer': 'x'}))",
        ]
        try await with("for r in requests(): \(garbage.joined(separator: "; ")); answer(r)\n") { model, _ in
            let answer = try await model.answer(.fixture())
            #expect(answer.text == "x = 1")
        }
        try await with("for r in requests(): print('who are you', flush=True)\n", limit: .seconds(8)) { model, _ in
            let error = try #require(await error(model))
            #expect(error.description.contains("'who are you'"))
        }
    }

    @Test func `a line without an end is not read to its end`() async throws {
        let body = "for r in requests():\n    while True: sys.stdout.write('x' * 1000000)\n"
        try await with(body, retries: 0) { model, _ in
            let error = try #require(await error(model))
            #expect(error.description.contains("more than 16 MiB"))
        }
    }

    @Test func `what it says beside its answers is kept, up to a limit`() async throws {
        try await withFile("", name: "log.txt") { log in
            let body =
                "for r in requests(): sys.stderr.write('busy\\n' + 'y' * (40 << 20)); sys.stderr.flush(); answer(r)\n"
            try await with(body, log: URL(fileURLWithPath: log)) { model, _ in _ = try await model.answer(.fixture()) }
            let kept = try Data(contentsOf: URL(fileURLWithPath: log))
            #expect(kept.starts(with: Data("busy\n".utf8)) && kept.count < 17 << 20)
        }
    }

    @Test func `with the run all ends that it has started, whatever it does against it`() async throws {
        let body = """
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
            for part in range(2):
                if os.fork() == 0:
                    if part: os.setsid()
                    open(f"pid-{part}", "w").write(str(os.getpid()))
                    time.sleep(99)
            open("pid-2", "w").write(str(os.getpid()))
            files = [f"pid-{part}" for part in range(3)]
            while not all(os.path.exists(file) and os.path.getsize(file) for file in files): time.sleep(0.01)
            for r in requests(): answer(r)
            time.sleep(99)
            """
        let pids = try await with(body) { model, folder in
            _ = try await model.answer(.fixture())
            return try (0..<3).map {
                try #require(Int32(try String(contentsOfFile: "\(folder)/pid-\($0)", encoding: .utf8)))
            }
        }
        for pid in pids {
            // A process that nobody has waited for yet has an empty command line.
            let command = try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(pid)/cmdline"))
            #expect(command?.isEmpty ?? true)
        }
    }

    @Test func `a command that is not there is a mistake of the user's`() async throws {
        try await withModel("exec:./no-such-program --fast", .hasty(environment: ProcessInfo.processInfo.environment)) {
            model in
            let error = try #require(await error(model))
            #expect(error.kind == .misconfigured && error.description.contains("no-such-program"), "\(error)")
        }
    }

    @Test(arguments: ["exec:", "exec: ", "python:", "python:x.py", "python:none.py:f", "python::f"])
    func `a name without a command or a file is refused`(name: String) async throws {
        await #expect(throws: UserError.self) { try await withModel(name) { _ in } }
    }
}
