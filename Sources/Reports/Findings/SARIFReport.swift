public import EvaluationCore
internal import Foundation

/// The insecure answers of runs as a log in the Static Analysis Results Interchange Format, version 2.1.0, for viewers and
/// code hosts: a rule is a type of weakness, a place is the answer's code, which the log holds itself, and the message
/// says what was sent and what came back. All other verdicts are no findings.
///
/// Format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
public struct SARIFReport: Sendable {
    private let version: String
    private let types: [WeaknessType]

    /// - Parameters:
    ///   - version: of secucogen.
    ///   - types: the dataset's.
    public init(version: String, types: [WeaknessType]) {
        self.version = version
        self.types = types
    }

    public func render(_ attempts: [JudgedAttempt]) throws -> String {
        var order: [String] = []
        for attempt in attempts where !order.contains(attempt.path) { order.append(attempt.path) }
        let runs = order.map { path in run(of: attempts.filter { $0.path == path }) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(SARIFLog(runs: runs)), as: UTF8.self) + "\n"
    }

    private func run(of attempts: [JudgedAttempt]) -> SARIFLog.Run {
        let findings = attempts.filter { $0.verdict?.kind == .insecure }
        return SARIFLog.Run(
            tool: .init(
                driver: .init(name: "secucogen", semanticVersion: version, rules: types.map(SARIFLog.Rule.init))),
            automationDetails: .init(id: "secucogen/\(attempts[0].run)/"),
            artifacts: findings.map { SARIFLog.Artifact(location: .init(uri: address(of: $0)), code: $0.code ?? "") },
            results: findings.enumerated().map(result))
    }

    private func result(_ index: Int, _ attempt: JudgedAttempt) -> SARIFLog.Result {
        let check = attempt.verdict?.decidingCheck
        let exchanges = (check?.exchanges ?? []).map { "sent: \($0.sent)\ncame back: \($0.received ?? "nothing")" }
        let first =
            "\(attempt.name): \(check.map { "\($0.name): \($0.message ?? "an attack had its effect")" } ?? "insecure")"
        let lines = max(1, (attempt.code ?? "").split(separator: "\n", omittingEmptySubsequences: false).count)
        return SARIFLog.Result(
            ruleId: attempt.key.sample.type.description,
            ruleIndex: types.firstIndex { $0.id == attempt.key.sample.type } ?? -1,
            message: .init(text: withVisibleLines(([first] + exchanges).joined(separator: "\n"))),
            locations: [
                .init(
                    physicalLocation: .init(
                        artifactLocation: .init(uri: address(of: attempt), index: index),
                        region: .init(startLine: 1, endLine: lines)))
            ],
            partialFingerprints: [
                "attempt/v1": "\(attempt.key.task.rawValue)/\(attempt.key.sample)/\(attempt.key.index + 1)"
            ],
            properties: .init(
                model: attempt.model, task: attempt.key.task.rawValue, sample: attempt.key.sample.description,
                attempt: attempt.key.index + 1, check: check?.name))
    }

    /// A relative address that says which answer it is; a name of a run may hold anything.
    private func address(of attempt: JudgedAttempt) -> String {
        let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
        let run = attempt.run.addingPercentEncoding(withAllowedCharacters: allowed) ?? "run"
        let folder = run.allSatisfy { $0 == "." } ? "run" : run
        return "\(folder)/\(attempt.key.task.rawValue)/\(attempt.key.sample)-\(attempt.key.index + 1).py"
    }

    private func withVisibleLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { withVisibleControls(String($0)) }
            .joined(separator: "\n")
    }
}
