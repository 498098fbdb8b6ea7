import EvaluationCore
import Foundation
import ModelClients
import TestSupport
import Testing

/// Coding agents as models, well and badly behaved; each is a line for the shell.
@Suite(.timeLimit(.minutes(1))) struct AgentTests {
    private func options(_ limit: Duration = .seconds(20), hidden: [String] = [], secret: String? = nil) -> ModelOptions
    {
        var environment = ProcessInfo.processInfo.environment
        environment["MY_API_KEY"] = secret
        var options = ModelOptions.hasty(
            environment: environment, limits: TimeLimits(firstByte: limit, whole: limit))
        options.harness = "shell/5"
        options.harnessModel = "nobody/none"
        options.hiddenFolders = hidden
        return options
    }

    private func answer(
        _ line: String, _ request: ModelRequest = .fixture(), _ options: ModelOptions? = nil
    ) async throws -> ModelAnswer {
        try await withModel("agent:\(line)", options ?? self.options()) { try await $0.answer(request) }
    }

    @Test func `an agent keeps the contract`() async throws {
        try await withModel("agent:grep -o CWE.*[0-9] TASK.md > solution.py", options()) { try await checkContract($0) }
    }

    @Test func `it finds the task, for a repair the program too, and leaves its answer in a file`() async throws {
        let task = try await answer("cat TASK.md > solution.py; ls -A >> solution.py").text
        #expect(task.contains("Write a function f for CWE-89_01.") && task.contains("file solution.py"))
        #expect(task.hasSuffix("TASK.md\nsolution.py\n"))
        let repair = ModelRequest.fixture(task: .repair)
        #expect(
            try await answer("sed -i s/insecure/safe/ solution.py", repair).text == "def f(x):\n    return 'safe'\n")
        let label = ModelRequest.fixture(task: .detect, subject: .secure)
        #expect(try await answer("ls > solution.py; echo secure > answer.txt", label).text == "secure\n")
    }

    @Test func `what it says and reports is kept with its name, and secrets are not`() async throws {
        let line = """
            echo "thinking with $MY_API_KEY"; echo "pass" > solution.py
            echo '{"input_tokens": 12, "output_tokens": 3, "cost_usd": 0.5}' > usage.json
            """
        let answer = try await answer(line, .fixture(), options(secret: "sk-very-secret"))
        let said = try #require(answer.reasoning)
        #expect(said.contains("thinking with …") && !said.contains("sk-very-secret"))
        #expect(said.contains("exit code 0") && said.contains("cost_usd"))
        #expect(answer.usage == TokenUsage(input: 12, output: 3))
        #expect(answer.servedModel == "shell/5 with nobody/none")
        let identity = try await withModel("agent:true", options()) { $0.identity }
        #expect(identity.details["harness"] == "shell/5" && identity.details["harness-model"] == "nobody/none")
    }

    @Test func `one that is not done in time is ended, and what it has written counts`() async throws {
        let answer = try await answer("echo half > solution.py; sleep 99", .fixture(), options(.seconds(6)))
        #expect(answer.text == "half\n" && answer.finish == .length)
        let nothing = try await self.answer("trap '' TERM INT HUP; sleep 99", .fixture(), options(.seconds(6)))
        #expect(nothing.text.isEmpty && nothing.finish == .length)
    }

    @Test func `one that fails without an answer is asked again another time`() async throws {
        let error = await #expect(throws: ModelError.self) { _ = try await answer("echo no credit left >&2; exit 4") }
        #expect(error?.kind == .unavailable)
        #expect(
            error?.description.contains("exit code 4") == true && error?.description.contains("no credit left") == true)
        let missing = await #expect(throws: ModelError.self) { _ = try await answer("./no-such-agent") }
        #expect(missing?.kind == .misconfigured)
        let silent = try await answer("true")
        #expect(silent.text.isEmpty && silent.finish == .stop)
    }

    @Test(arguments: [
        "ln -s /etc/passwd solution.py", "ln /etc/hostname solution.py", "mkfifo solution.py", "mkdir solution.py",
        "ln -s TASK.md solution.py",
    ])
    func `only a plain file of its own is an answer`(line: String) async throws {
        let answer = try await answer("\(line) || true")
        #expect(answer.text.isEmpty)
    }

    @Test func `neither its answer nor its words can grow without end`() async throws {
        let long = try await answer("head -c 5000000 /dev/zero | tr '\\\\0' x > solution.py")
        #expect(long.text.utf8.count == 1 << 20)
        let talkative = try await answer(
            "echo begin; head -c 50000000 /dev/zero | tr '\\\\0' y; echo end; echo x > solution.py")
        let said = try #require(talkative.reasoning)
        #expect(
            said.utf8.count < 1 << 20 && said.contains("begin") && said.hasSuffix("end\n"),
            "\(said.suffix(60).debugDescription)")
        #expect(said.contains("bytes are left out"))
    }

    @Test func `with its attempt all ends that it has started`() async throws {
        _ = try await answer("for n in 1 2; do setsid sleep 997 & done; sleep 998 & echo x > solution.py")
        let left = try await CommandOutput.of("ps -eo args")
        #expect(!left.contains("sleep 997") && !left.contains("sleep 998"))
    }

    @Test func `it does not see the folders that are hidden from it`() async throws {
        try await withTemporaryFolder { folder in
            try Data("secret".utf8).write(to: folder.appending(path: "check.py"))
            let answer = try await answer(
                "cat \(folder.path)/check.py > solution.py; ls -A \(folder.path) >> solution.py; echo end >> solution.py",
                .fixture(), options(hidden: [folder.path, "/no/such/folder"]))
            #expect(answer.text == "end\n")
        }
    }

    private static let miniSWEAgent = project + "/.tools/litellm/bin/mini"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: miniSWEAgent)))
    func `mini-SWE-agent does a task`() async throws {
        func reply(_ command: String) throws -> String {
            let text = try JSONEncoder().encode("I go on.\n\n```mswea_bash_command\n\(command)\n```")
            return """
                {"id":"x","object":"chat.completion","created":0,"model":"mock","choices":[{"index":0,"message":\
                {"role":"assistant","content":\(String(decoding: text, as: UTF8.self))},"finish_reason":"stop"}],\
                "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}
                """
        }
        try await MockServer.shared.script(
            "agent",
            [
                Reply(try reply("grep -o CWE.*[0-9] TASK.md > solution.py"), lacks: "I go on."),
                Reply(try reply("echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT")),
            ])
        try await withTemporaryFolder { home in
            var options = options(.seconds(50))
            options.environment["HOME"] = home.path
            options.environment["MSWEA_CONFIGURED"] = "true"
            options.environment["MSWEA_COST_TRACKING"] = "ignore_errors"
            options.environment["OPENAI_API_KEY"] = "sk-of-the-agent"
            options.environment["OPENAI_API_BASE"] = "\(MockServer.shared.address)/scripted:always:agent/v1"
            let line = """
                \(Self.miniSWEAgent) --model openai/mock --task 'Do what TASK.md says.' --yolo --exit-immediately \
                --config mini_textbased.yaml --config model.model_class=litellm_textbased
                """
            let answer = try await answer(line, .fixture(), options)
            #expect(answer.text == "CWE-89_01\n", "\(answer.reasoning ?? "")")
            #expect(answer.reasoning?.contains("COMPLETE_TASK") == true)
        }
    }

    @Test func `it has to be named with the model that it asks`() async throws {
        for forgotten in 0..<2 {
            var options = options()
            if forgotten == 0 { options.harness = nil } else { options.harnessModel = nil }
            let given = options
            await #expect(throws: UserError.self) { try await withModel("agent:true", given) { _ in } }
        }
        await #expect(throws: UserError.self) { try await withModel("agent:", options()) { _ in } }
    }
}

private enum CommandOutput {
    static func of(_ line: String) async throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", line]
        process.standardOutput = output
        try process.run()
        return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}
