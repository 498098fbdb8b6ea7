import ArgumentParser
import Dataset
import EvaluationCore
import EvaluationEngine
import Foundation
import Sandboxing
import Synchronization

struct JudgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract:
            "Judges programs and answers that come as JSON lines, for other programs: a harness, a training loop.",
        discussion: """
            Each line in is an object with 'task_id' and one of 'code', 'answer' and 'completion', and an 'id' if you like; each line out \
            is a verdict with its evidence, or an error. It may stay open as long as you like. docs/judge.md describes all fields.

            Examples:
              echo '{"task_id": "CWE-89_01", "code": "…"}' | secucogen judge
              secucogen judge answers.jsonl --codebleu --output verdicts.jsonl
              secucogen judge --sample CWE-89_01 mine.py
            """)

    @OptionGroup var homeOptions: HomeOptions
    @Argument(
        help: "A file of JSON lines, or with --sample a program; '-' is standard input.", completion: .file())
    var input = "-"
    @Option(help: "The input is one program for this sample.", completion: .samples) var sample: String?
    @Option(help: "A new file to write to instead of standard output.", completion: .file()) var output: String?
    @Flag(help: "Write each verdict as soon as it is there, and not in the order of the lines.") var anyOrder = false
    @Flag(name: .customLong("codebleu"), help: "Add CodeBLEU against the sample's secure code, 0 to 100.")
    var showsCodeBLEU = false
    @Flag(name: .customLong("with-code"), help: "Add the code that was taken from an answer.") var showsCode = false
    @Flag(
        name: .customLong("with-checks"),
        help: "Add the code and what every check saw, for 'secucogen score --verdicts'.")
    var showsChecks = false
    @OptionGroup(title: "Limits") var lowerLimits: LowerLimits
    @OptionGroup(title: "Sandbox") var sandboxOptions: SandboxOptions

    func run() async throws {
        let next = try pieces()
        let workbench = try Workbench(homeOptions, sandboxOptions, describing: true, lowerLimits: lowerLimits)
        let plan = Plan(model: "judge", tasks: [.generate], samples: workbench.dataset.samples.map(\.id))
        let judge = AnswerJudge(
            samples: Dictionary(uniqueKeysWithValues: workbench.dataset.samples.map { ($0.id, $0) }),
            scorer: try workbench.scorer(for: plan), showsCodeBLEU: showsCodeBLEU, showsCode: showsCode,
            showsChecks: showsChecks)
        let writer = try ReplyWriter(path: output)
        guard try writer.write(.ready(try await ready(workbench))) else { return }
        var (mistakes, harnessErrors) = (0, 0)
        let work = StreamedWork(workers: sandboxOptions.concurrency, keepsOrder: !anyOrder)
        let isWhole = try await work.run(next: next) { line in
            switch line {
            case .whole(let data, let number): try await judge.reply(to: data, number: number)
            case .tooLong(let number):
                JudgeReply.mistake(
                    .init(line: number, error: "the line is longer than \(InputLines.longest / (1 << 20)) MiB"))
            }
        } handOver: { reply in
            switch reply {
            case .mistake: mistakes += 1
            case .judged(let judged) where judged.verdict == .harnessError: harnessErrors += 1
            default: break
            }
            return try writer.write(reply)
        }
        // Nobody reads any more: what is under way need not be waited for.
        guard isWhole else { return }
        await workbench.sandbox.shutDown()
        if harnessErrors > 0 {
            Failure.report("\(harnessErrors) programs could not be judged for a reason of ours; judge them again")
            throw Failure.incomplete
        }
        if mistakes > 0 {
            throw UserError(
                "\(mistakes) lines of the input could not be judged",
                remedy: "see the lines of the output with an 'error'")
        }
    }

    /// The lines of the input, or one made of the program that it is.
    private func pieces() throws -> @Sendable () async throws -> InputLines.Line? {
        guard let sample else { return try InputLines(path: input).next }
        let text = String(decoding: try wholeInput(input), as: UTF8.self)
        let line = try JSONEncoder().encode(["task_id": sample, "code": text])
        let isGiven = Mutex(false)
        return {
            let wasGiven = isGiven.withLock { given in
                defer { given = true }
                return given
            }
            return wasGiven ? nil : .whole(line, number: 1)
        }
    }

    private func ready(_ workbench: Workbench) async throws -> JudgeReply.Ready {
        let provenance = try await workbench.provenance(model: ModelIdentity(model: "judge"))
        return JudgeReply.Ready(
            version: provenance.toolVersion, checks: provenance.checksDigest,
            python: provenance.sandbox?.pythonVersion ?? "", sandboxLevel: provenance.sandbox?.level ?? 0,
            scorer: provenance.scorer)
    }
}
