import Dataset
import EvaluationCore
import Foundation
import Oracles
import Sandboxing
import TestSupport
import Testing

/// A sample is broken on purpose, and `dataset verify` has to name the place.
@Suite struct DatasetVerifierTests {
    static let id = "CWE-89_01"

    static func findings(
        repeats: Int = 1, breaking change: (DatasetCopy) throws -> Void
    ) async throws -> [VerificationReport.Finding] {
        try await report(repeats: repeats, breaking: change).findings
    }

    static func report(
        repeats: Int = 1, breaking change: (DatasetCopy) throws -> Void
    ) async throws -> VerificationReport {
        try await withTemporaryFolder { temporary in
            let copy = try DatasetCopy(of: id, in: temporary)
            try change(copy)
            let samples = try DatasetLoader(folder: copy.folder).load().samples
            return try await withTestSandbox { sandbox in
                var options = DatasetVerifier.Options()
                options.repeats = repeats
                let verifier = DatasetVerifier(
                    sandbox: sandbox,
                    oracle: { judging in
                        SandboxOracle(
                            sandbox: sandbox, hashSeed: judging.hashSeed,
                            order: judging.isShuffled ? .shuffled(seed: judging.hashSeed) : .asWritten,
                            stopsAtExploit: judging.stopsAtExploit)
                    },
                    tools: DatasetTools(
                        python: repositoryFolder.appending(path: ".tools/python/bin/python3"),
                        runtime: repositoryFolder.appending(path: "Runtime")),
                    options: options)
                return try await verifier.verify(samples, in: samples)
            }
        }
    }

    @Test func `an untouched sample is green, also when repeated in other orders`() async throws {
        let findings = try await Self.findings(repeats: 3) { _ in }
        #expect(findings.isEmpty, "\(findings)")
    }

    @Test func `a secure variant that is broken is named`() async throws {
        let findings = try await Self.findings { copy in
            let variant = try Self.variant("secure", in: copy)
            try copy.write(try copy.text("insecure.py"), to: variant)
        }
        #expect(
            findings.contains {
                $0.path.hasPrefix("variants/secure-") && $0.message.contains("must be secure but is insecure")
            })
    }

    @Test func `an insecure variant that is fixed is named`() async throws {
        let findings = try await Self.findings { copy in
            let variant = try Self.variant("insecure", in: copy)
            try copy.write(try copy.text("secure.py"), to: variant)
        }
        #expect(
            findings.contains {
                $0.path.hasPrefix("variants/insecure-") && $0.message.contains("must be insecure but is secure")
            })
    }

    @Test func `variants that differ in comments alone share a run, and each is named`() async throws {
        let untouched = try await Self.report { _ in }
        let report = try await Self.report { copy in
            let text = try copy.text("secure.py")
            try copy.write("# A comment.\n" + text, to: "variants/secure-again.py")
            try copy.write(text + "# Another.\n", to: "variants/insecure-in-name-only.py")
        }
        #expect(report.judged == untouched.judged + 2)
        #expect(report.timings.count == untouched.timings.count)
        #expect(
            report.findings.map(\.description) == [
                "\(Self.id)/variants/insecure-in-name-only.py: must be insecure but is secure"
            ])
    }

    @Test func `every program has its time, the slowest first`() async throws {
        let report = try await Self.report(repeats: 2) { _ in }
        #expect(report.timings.contains { $0.path == "insecure.py" && $0.seconds > 0 && $0.checks > 10 })
        #expect(report.timings.map(\.seconds) == report.timings.map(\.seconds).sorted(by: >))
        #expect(Set(report.timings.map(\.path)).count == report.timings.count)
    }

    @Test func `an example whose output is changed is named`() async throws {
        let findings = try await Self.findings { copy in
            let lines = try copy.text("sample.yaml").split(separator: "\n", omittingEmptySubsequences: false)
            let index = try #require(lines.firstIndex { $0.contains("output:") })
            var changed = lines.map(String.init)
            changed[index] = String(changed[index].prefix { $0 == " " }) + "output: \"'never'\""
            try copy.write(changed.joined(separator: "\n"), to: "sample.yaml")
        }
        #expect(findings.contains { $0.path == "secure.py" && $0.message.contains("example/1") })
    }

    @Test func `a security check that is emptied is named`() async throws {
        let name = try Self.firstCheck(in: "checks/security.py")
        let findings = try await Self.findings { copy in
            try copy.write(Self.emptied(name, in: try copy.text("checks/security.py")), to: "checks/security.py")
        }
        #expect(findings.contains { $0.path == "checks/security.py" && $0.message.contains("security/\(name)") })
    }

    @Test func `a functional check that is emptied is named`() async throws {
        let name = try Self.firstCheck(in: "checks/functional.py")
        let findings = try await Self.findings { copy in
            try copy.write(Self.emptied(name, in: try copy.text("checks/functional.py")), to: "checks/functional.py")
        }
        #expect(findings.contains { $0.path == "checks/functional.py" && $0.message.contains("functional/\(name)") })
    }

    @Test func `an import that is not declared is named with its line`() async throws {
        let findings = try await Self.findings { copy in
            try copy.write("import numpy\n" + (try copy.text("secure.py")), to: "secure.py")
        }
        #expect(findings.contains { $0.path == "secure.py:1" && $0.message.contains("imports 'numpy'") })
    }

    private static func variant(_ label: String, in copy: DatasetCopy) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: copy.sampleFolder.appending(path: "variants").path)
        return "variants/" + (try #require(names.sorted().first { $0.hasPrefix("\(label)-") }))
    }

    private static func firstCheck(in path: String) throws -> String {
        let text = try String(
            contentsOf: repositoryFolder.appending(path: "Dataset/Samples/CWE-89/\(id)/\(path)"), encoding: .utf8)
        return String(try #require(text.firstMatch(of: /(?m)^def (test_\w+)/)).output.1)
    }

    /// Puts a return at the top of a check.
    private static func emptied(_ name: String, in text: String) -> String {
        text.replacing("def \(name)():", with: "def \(name)():\n    return")
    }
}
