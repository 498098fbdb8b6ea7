internal import EvaluationCore
internal import Foundation

/// Tries the real sandbox: what must work, what must not, and the limits.
public struct SandboxDoctor: Sendable {
    private let folder: RuntimeFolder
    private let level: SandboxLevel?

    /// - Parameter level: the one to examine; nil for the tightest that the machine allows.
    public init(folder: RuntimeFolder, level: SandboxLevel? = nil) {
        self.folder = folder
        self.level = level
    }

    /// Starts a worker and attacks it. Never throws for what is wrong with the machine: that is the diagnosis.
    /// - Throws: `UserError` when the doctor's own files are missing, `CancellationError`.
    public func examine() async throws -> SandboxDiagnosis {
        let patient = try Patient(folder)
        let sandbox = PythonSandbox(folder: folder, workers: 1, level: level)
        do {
            let description = try await sandbox.describe()
            var findings = try await outcomes(of: patient.checks, on: patient, in: sandbox)
            findings += try await outcomes(of: [patient.network], on: patient, in: sandbox)
            findings += try await limits(of: patient, in: sandbox)
            await sandbox.shutDown()
            var diagnosis = SandboxDiagnosis(
                level: description.level, description: description, findings: findings,
                reason: findings.first { !$0.isSound }.map { "\($0.name): \($0.detail ?? "not as it must be")" })
            if diagnosis.reason == nil && description.level < 3 && level == nil {
                (diagnosis.reason, diagnosis.fix) = NestingRefusal.explained()
            }
            return diagnosis
        } catch let error as UserError {
            return SandboxDiagnosis(
                level: 0, description: nil, findings: [], reason: error.problem, fix: error.remedy)
        }
    }

    private func outcomes(
        of checks: [CheckFile], on patient: Patient, in sandbox: PythonSandbox
    ) async throws -> [SandboxDiagnosis.Finding] {
        let result = try await sandbox.run(patient.request(checks: checks))
        let findings = result.checks.map { check in
            SandboxDiagnosis.Finding(name: check.name, isSound: check.status == .passed, detail: check.message)
        }
        guard result.ending == .completed else {
            return findings + [.init(name: "ending", isSound: false, detail: result.detail)]
        }
        return findings
    }

    /// Each limit must strike, and be named.
    private func limits(of patient: Patient, in sandbox: PythonSandbox) async throws -> [SandboxDiagnosis.Finding] {
        var short = SandboxLimits()
        short.wallSeconds = 1
        short.cpuSeconds = 1
        var findings: [SandboxDiagnosis.Finding] = []
        for (limit, body) in [
            ("wall", "solution.sleep(30)"), ("cpu", "testify('while True: pass')"),
        ] {
            var limits = short
            if limit == "cpu" { limits.wallSeconds = 10 }
            let source = "from harness import solution, testify\n\ndef test_limit():\n    \(body)\n"
            let check = CheckFile(kind: .functional, path: "limit.py", source: source)
            let result = try await sandbox.run(patient.request(checks: [check], limits: limits))
            findings.append(
                .init(
                    name: "limit/\(limit)", isSound: result.limit == limit,
                    detail: result.limit == limit ? nil : "struck was \(result.limit ?? "nothing")"))
        }
        return findings
    }
}

/// The program that the doctor examines the sandbox with, from `Runtime/doctor`.
private struct Patient {
    var solution: String
    var checks: [CheckFile]
    /// Apart from the others, as its network would make every address answer to them, too.
    var network: CheckFile

    init(_ folder: RuntimeFolder) throws {
        func text(_ name: String) throws -> String {
            let path = "\(folder.runtime)/doctor/\(name)"
            do {
                return try String(contentsOfFile: path, encoding: .utf8)
            } catch {
                throw UserError("'\(path)' cannot be read", remedy: "install secucogen again")
            }
        }
        solution = try text("solution.py")
        checks = try [CheckFile.Kind.functional, .security].map { kind in
            CheckFile(kind: kind, path: "\(kind.rawValue).py", source: try text("\(kind.rawValue).py"))
        }
        network = CheckFile(kind: .functional, path: "network.py", source: try text("network.py"))
    }

    func request(checks: [CheckFile], limits: SandboxLimits = SandboxLimits()) -> SandboxRequest {
        SandboxRequest(
            solution: solution, entryPoints: ["add"], checks: checks, stopsAtFunctionalFailure: false, limits: limits)
    }
}
