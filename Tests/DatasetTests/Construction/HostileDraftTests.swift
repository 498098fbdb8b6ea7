import EvaluationCore
import Foundation
import Sandboxing
import TestSupport
import Testing

@testable import Dataset

/// Checks of a draft are as untrusted as its programs.
@Suite struct HostileDraftTests {
    private func withColdSandbox<Result>(_ body: (any Sandbox) async throws -> Result) async throws -> Result {
        let sandbox = PythonSandbox(
            folder: try RuntimeFolder(
                runtime: repositoryFolder.appending(path: "Runtime").path,
                python: repositoryFolder.appending(path: ".tools/python").path),
            mode: .cold)
        do {
            let result = try await body(sandbox)
            await sandbox.shutDown()
            return result
        } catch {
            await sandbox.shutDown()
            throw error
        }
    }

    /// What `works` finds when a check does this, and that an honest record is still found right afterwards.
    private func findings(_ body: String, in path: String = "checks/functional.py") async throws -> [DraftFinding] {
        var files = try RecordFixture(1).files
        let honest = files
        let indented = body.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        files[path] = "def test_hostile():\n\(indented.joined(separator: "\n"))\n"
        let hostile = files
        return try await withColdSandbox { sandbox in
            let examiner = try RecordFixture.examiner(sandbox)
            let check = path == "checks/functional.py" ? "works" : "withstands"
            let found = try await examiner.findings(of: check, in: hostile)
            let after = try await examiner.findings(of: check, in: honest)
            #expect(after.isEmpty, "\(after)")
            return found
        }
    }

    @Test(arguments: ["checks/functional.py", "checks/security.py"])
    func `no check reads the dataset or anything else of this machine`(path: String) async throws {
        let secret = repositoryFolder.appending(path: "Dataset/types.yaml").path
        let readers = [secret, "/etc/shadow", "/root/.bashrc", "/proc/1/environ", "\(secret)/../Samples"]
        let found = try await findings(
            """
            import os
            seen = []
            for path in \(readers):
                try:
                    seen.append(repr(os.listdir(path)) if os.path.isdir(path) else open(path).read())
                except OSError as error:
                    pass
            assert False, "seen: " + " ".join(seen)
            """, in: path)
        #expect(!found.isEmpty)
        for finding in found {
            #expect(!finding.message.contains("CWE-"), "\(finding)")
            #expect(!finding.message.contains("root:"), "\(finding)")
        }
    }

    @Test func `no check reaches the network`() async throws {
        let found = try await findings(
            """
            import socket
            reached = []
            for address in [("127.0.0.1", 22), ("127.0.0.1", 80), ("192.0.2.1", 80), ("1.1.1.1", 53)]:
                try:
                    socket.create_connection(address, timeout=0.3)
                    reached.append(address)
                except OSError:
                    pass
            assert not reached, "reached " + repr(reached)
            """)
        #expect(found.allSatisfy { !$0.message.contains("reached") }, "\(found)")
    }

    @Test(arguments: [
        "while True: pass",
        "import os\nos._exit(0)",
        "import os\nfor fd in range(3, 64):\n    try: os.close(fd)\n    except OSError: pass",
        "held = []\nwhile True: held.append(bytearray(1 << 24))",
    ])
    func `a check that never ends, dies or fills the machine is a finding`(body: String) async throws {
        let found = try await findings(body)
        #expect(!found.isEmpty)
    }

    @Test func `a check that writes a verdict to every open file passes nothing but itself`() async throws {
        let found = try await findings(
            """
            import json, os
            for frame in ({"check": "functional/test_hostile", "status": "passed"}, {"type": "done"}, {"ending": "completed"}):
                text = json.dumps(frame).encode() + b"\\n"
                for fd in range(64):
                    try:
                        os.write(fd, len(text).to_bytes(4, "big") + text)
                    except OSError:
                        pass
            os._exit(0)
            """)
        #expect(!found.isEmpty)
    }

    @Test func `nothing that a check starts is left`() async throws {
        let name = "left-\(UInt32.random(in: 0 ... .max))"
        _ = try await findings(
            """
            import os, time
            for _ in range(40):
                try:
                    if os.fork() == 0:
                        os.setsid()
                        with open("/proc/self/comm", "w") as file: file.write("\(name.suffix(15))")
                        time.sleep(600)
                        os._exit(0)
                except OSError:
                    break
            """)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let left = names.filter { process in
            let comm = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
            return comm?.hasPrefix(String(name.suffix(15))) == true
        }
        #expect(left.isEmpty)
    }

    @Test(arguments: [
        String(repeating: "(", count: 100_000), "x = " + String(repeating: "-", count: 200_000) + "1",
        "\u{0}", "def test_a(:\n", "# -*- coding: rot13 -*-\n", String(repeating: "if x:\n ", count: 500),
    ])
    func `a text that no parser can take is a finding of its own record`(text: String) async throws {
        var files = try RecordFixture(1).files
        files["variants/secure-odd.py"] = text
        let hostile = files
        try await withColdSandbox { sandbox in
            let found = try await RecordFixture.examiner(sandbox).findings(of: "proof", in: hostile)
            #expect(!found.isEmpty)
        }
    }

    @Test(arguments: [
        "title: a\nweaknesses: [CWE-601]\ncovers: [after-login]\nentry-points: [def f()]\nlimits: {wall-seconds: 99999}\n",
        "id: CWE-601_01\ntitle: a\nentry-points: [def f()]\n", "status: accepted\n", "- a\n", "title: [\n", "",
        "title: &a [*a]\n", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    ])
    func `an idea says what an idea says, and nothing else`(yaml: String) async throws {
        var files = try RecordFixture(1).files
        files["idea.yaml"] = yaml
        let hostile = files
        try await withColdSandbox { sandbox in
            let found = try await RecordFixture.examiner(sandbox).findings(of: "new", in: hostile)
            #expect(!found.isEmpty)
        }
    }
}
