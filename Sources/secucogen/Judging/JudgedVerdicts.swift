import EvaluationCore
import Foundation
import Oracles

/// Verdicts that `secucogen judge --with-checks` wrote, here or on other machines, to be taken over by `score`.
struct JudgedVerdicts {
    private(set) var verdicts: [RecordedOracle.Program: Verdict] = [:]
    /// Lines that hold no verdict: mistakes of the input, failures of ours, programs that have no code.
    private(set) var skipped = 0

    /// - Parameters:
    ///   - paths: files of JSON lines; each begins with a line of the type `ready`.
    ///   - scorer: what verdicts have to have been found with (`Provenance.scorer`).
    /// - Throws: `UserError` for a file that cannot be read, was judged otherwise, or does not hold what is needed.
    init(paths: [String], scorer: String) throws {
        for path in paths { try read(path, scorer) }
    }

    private mutating func read(_ path: String, _ scorer: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UserError("'\(path)' cannot be read", remedy: "check the path")
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var isReady = false
        for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            let place = "\(path):\(number + 1)"
            guard let type = (try? decoder.decode(Kind.self, from: line))?.type else {
                throw UserError("\(place): no line of 'secucogen judge'", remedy: "the file may have been cut off")
            }
            switch type {
            case "ready":
                guard (try? decoder.decode(Ready.self, from: line))?.scorer == scorer else {
                    throw UserError(
                        "\(place): judged with other checks, packages or another version than are here",
                        remedy: "judge with this installation's version, or leave --verdicts out")
                }
                isReady = true
            case "verdict":
                guard isReady else { throw UserError("\(place): a verdict before any line of the type 'ready'") }
                try take(try? decoder.decode(Judged.self, from: line), place)
            default:
                skipped += 1
            }
        }
    }

    private mutating func take(_ line: Judged?, _ place: String) throws {
        guard let line, let sample = SampleID(line.taskId) else {
            throw UserError("\(place): a verdict that is not of the form of 'secucogen judge'")
        }
        guard let checks = line.checks else {
            throw UserError("\(place): does not say what the checks saw", remedy: "judge with --with-checks")
        }
        guard line.verdict != .harnessError, let code = line.code else {
            skipped += 1
            return
        }
        verdicts[RecordedOracle.Program(sample: sample, code: code)] = Verdict(
            line.verdict, cause: line.cause, detail: line.detail, checks: checks.map(\.outcome),
            sandboxLevel: line.sandboxLevel, duration: line.seconds ?? 0)
    }

    /// Any line of the output of `secucogen judge`.
    private struct Kind: Decodable {
        var type: String
    }

    private struct Ready: Decodable {
        var scorer: String
    }

    private struct Judged: Decodable {
        var taskId: String
        var verdict: Verdict.Kind
        var cause: String?
        var detail: String?
        var sandboxLevel: Int?
        var seconds: Double?
        var code: String?
        var checks: [JudgeReply.Check]?
    }
}

extension JudgeReply.Check {
    fileprivate var outcome: CheckOutcome {
        CheckOutcome(
            name: name, status: status, message: message, line: line, isTestimony: testimony, limit: limit,
            exchanges: exchanges, earlierExchanges: earlierExchanges)
    }
}
