import Foundation
import TestSupport
import Testing

/// The Python with numpy, scipy, statsmodels and scikit-learn that `Scripts/make-statistics-python` makes.
enum ReferencePython {
    private static let executable = repositoryFolder.appending(path: ".tools/statistics/bin/python3")

    /// Whether tests against it run. `SECUCOGEN_REQUIRE_REFERENCE=1` runs them also where they must fail, so that CI
    /// cannot skip them in silence.
    static let isWanted =
        FileManager.default.isExecutableFile(atPath: executable.path)
        || ProcessInfo.processInfo.environment["SECUCOGEN_REQUIRE_REFERENCE"] == "1"

    static let reason: Comment = "no .tools/statistics; make it with Scripts/make-statistics-python"

    /// Runs a program that finds `input` decoded as `data` and leaves its answer in `answer`.
    static func run<Input: Encodable, Answer: Decodable>(
        _ program: String, on input: Input, answer: Answer.Type = Answer.self
    ) throws -> Answer {
        let script = "import json, sys\ndata = json.load(sys.stdin)\n\(program)\njson.dump(answer, sys.stdout)\n"
        let process = Process()
        process.executableURL = executable
        process.arguments = ["-c", script]
        let (toPython, fromPython) = (Pipe(), Pipe())
        process.standardInput = toPython
        process.standardOutput = fromPython
        try process.run()
        toPython.fileHandleForWriting.write(try JSONEncoder().encode(input))
        try toPython.fileHandleForWriting.close()
        let output = fromPython.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "the reference program failed")
        return try JSONDecoder().decode(Answer.self, from: output)
    }
}
