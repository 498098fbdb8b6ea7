import Foundation
import TestSupport
import Testing

/// Where results go is none of the run's business: a closed or full output ends a command cleanly.
@Suite(.timeLimit(.minutes(3))) struct OutputTests {
    @Test(arguments: [
        "dataset list", "report a.run", "--help", "run --help", "report a.run --format json", "doctor --help",
    ])
    func `a reader that has seen enough is no error`(_ line: String) async throws {
        try await withRun { folder in
            let result = try await CommandLineTool.shell(
                "$SECUCOGEN \(line) | head -c 1 > /dev/null; echo ${PIPESTATUS[0]}", in: folder)
            #expect(["0", "141"].contains(result.output.trimmingCharacters(in: .whitespacesAndNewlines)), "\(result)")
            #expect(!result.errors.contains("Fatal") && !result.errors.contains("0x"), "\(result.errors)")
            let closed = try await CommandLineTool.shell("$SECUCOGEN \(line) >&-; echo $? >&2", in: folder)
            #expect(!closed.errors.contains("Fatal") && !closed.errors.contains("0x"), "\(closed.errors)")
        }
    }

    @Test func `the coverage of the dataset names every sample once as a heart`() async throws {
        let listed = try await CommandLineTool.run(["dataset", "stats", "--coverage"])
        #expect(listed.output.contains("\(CommandLineTool.samples) of "), "\(listed)")
        let json = try await CommandLineTool.run(["dataset", "stats", "--coverage", "--format", "json"])
        struct Row: Decodable { var heart: [String] }
        let hearts = try JSONDecoder().decode([Row].self, from: Data(json.output.utf8)).flatMap(\.heart)
        #expect(hearts.count == CommandLineTool.samples && Set(hearts).count == hearts.count)
    }

    @Test func `a full disk is one line and exit code 2`() async throws {
        try await withRun { folder in
            let result = try await CommandLineTool.shell("$SECUCOGEN report a.run > /dev/full; echo $?", in: folder)
            #expect(result.output == "2\n", "\(result)")
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
            #expect(result.errors.contains("No space left"))
        }
    }

    @Test func `a run is read where nothing may be written, and nothing is left behind`() async throws {
        try await withRun { folder in
            let closed = folder.appending(path: "closed")
            try FileManager.default.createDirectory(at: closed, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: folder.appending(path: "a.run"), to: closed.appending(path: "a.run"))
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: closed.path)
            let result = try await CommandLineTool.shell("$SECUCOGEN report closed/a.run", in: folder)
            #expect(result.exitCode == 0, "\(result)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: closed.path) == ["a.run"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.run", "closed"])
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: closed.path)
        }
    }

    @Test(arguments: [
        ("tables.csv", "kind,"), ("tables.md", "## "), ("tables.HTML", "<!doctype html>"), ("tables.json", "{"),
        ("tables.tex", "\\begin{table"), ("tests.xml", "<?xml"), ("findings.sarif", "{"), ("tables.txt", "Security"),
    ])
    func `a report has the format that the ending of its file tells`(name: String, contains: String) async throws {
        try await withRun { folder in
            let result = try await CommandLineTool.shell("$SECUCOGEN report a.run --output \(name)", in: folder)
            #expect(result.exitCode == 0, "\(result)")
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            #expect(text.prefix(2000).contains(contains), "\(text.prefix(200))")
            let told = try await CommandLineTool.shell(
                "$SECUCOGEN report a.run --format csv --output \(name)", in: folder)
            #expect(told.exitCode == 0, "\(told)")
            #expect(try String(contentsOf: folder.appending(path: name), encoding: .utf8).hasPrefix("kind,"))
        }
    }

    private func withRun(_ body: (URL) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let made = try await CommandLineTool.run(
                [
                    "run", "--model", "control/none", "--sample", "CWE-89_01", "--output",
                    folder.appending(path: "a.run").path, "--quiet",
                ])
            #expect(made.exitCode == 0, "\(made)")
            try await body(folder)
        }
    }
}
