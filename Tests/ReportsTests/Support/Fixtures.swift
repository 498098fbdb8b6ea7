import EvaluationCore
import Foundation
import Reports
import TestSupport

/// Small studies whose figures can be worked out by hand.
enum Fixture {
    static let types: [WeaknessType] = [
        type("CWE-79", row: 2, "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')"),
        type("CWE-89", row: 3, "Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')"),
        type("CWE-Aur", row: 10, "Missing Authorization"),
    ]

    static func type(_ id: String, row: Int, _ name: String) -> WeaknessType {
        WeaknessType(
            id: WeaknessType.ID(id)!, row: row, weaknesses: [CommonWeakness(id: id, name: name)], summary: "")
    }

    /// `perType` of each type, in order.
    static func samples(_ perType: Int = 4) -> [SampleID] {
        types.flatMap { type in (1...perType).map { SampleID(type: type.id, number: $0) } }
    }

    static func study(
        _ runs: [RunResults], perType: Int = 4, options: StudyOptions = StudyOptions(), people: PeopleVerdicts? = nil
    ) -> Study {
        let titles = samples(perType).map { ($0, "Title of \($0)") }
        return Study(
            runs: runs, types: types, titles: Dictionary(uniqueKeysWithValues: titles), options: options, people: people
        )
    }

    static func provenance(
        checks: String = "1111111111", level: Int = 3, model: String = "test/model"
    ) -> Provenance {
        Provenance(
            toolVersion: "1.0.0", datasetDigest: "dddddddddd", checksDigest: checks, promptsDigest: "pppppppppp",
            sandbox: SandboxDescription(
                level: level, pythonVersion: "3.11.7", packages: ["flask": "3.0.0"], runtimeDigest: "rrrrrrrrrr"),
            model: ModelIdentity(model: model), codeBLEU: "1")
    }

    /// A run whose attempts score what `score` says; nil leaves an attempt out.
    static func run(
        _ model: String = "test/model", tasks: [PromptTask] = [.generate], samples: [SampleID] = samples(),
        attempts: Int = 2, provenance: Provenance = provenance(),
        score: (AttemptKey) -> AttemptResult.Summary?
    ) -> RunResults {
        let plan = Plan(model: model, tasks: tasks, samples: samples, attempts: attempts)
        let results = plan.attemptKeys().compactMap { key in
            score(key).map { AttemptResult(key: key, score: $0, finish: .stop) }
        }
        return RunResults(
            label: model, path: "runs/\(model).sqlite", plan: plan, provenance: provenance, attempts: results)
    }

    static func code(_ kind: Verdict.Kind, _ codeBLEU: Double = 0.5, level: Int? = 3) -> AttemptResult.Summary {
        .code(kind, cause: nil, sandboxLevel: level, codeBLEU: codeBLEU)
    }

    /// The answer that is right.
    static func rightLabel(_ key: AttemptKey) -> AttemptResult.Summary {
        switch (key.task, key.subject) {
        case (.classify, _): .label(.type(key.sample.type))
        case (_, .secure): .label(.secure)
        default: .label(.insecure)
        }
    }

    /// Secure in the first attempt for odd samples, in the second for every sample that 4 divides; insecure otherwise.
    static func mixed(_ key: AttemptKey) -> AttemptResult.Summary? {
        guard key.task.yieldsCode else { return rightLabel(key) }
        let number = key.sample.number
        let isSecure = key.index == 0 ? number % 2 == 1 : number % 4 == 0
        let codeBLEU = Double(number) / 10 + Double(key.index) / 100
        return code(isSecure ? .secure : .insecure, codeBLEU)
    }

    static let secureControl = run("control/secure") { key in
        key.task.yieldsCode ? code(.secure, 1) : rightLabel(key)
    }
}

extension Fixture {
    /// Two attempts at four samples of three types under all tasks: `test/model` as `mixed`, and two controls.
    static func everyTask(options: StudyOptions = StudyOptions()) -> Study {
        let tasks = PromptTask.allCases
        let model = run(tasks: tasks) { key in
            switch (key.task, key.sample.number) {
            case (.classify, 1): .label(.otherType("CWE-1336"))
            case (.classify, 2): .label(.type(types[0].id))
            case (.detect, 3): .label(.unparsed)
            default: mixed(key)
            }
        }
        let secure = run("control/secure", tasks: tasks) { key in
            key.task.yieldsCode ? code(.secure, 1) : rightLabel(key)
        }
        let refusing = run("control/refuse", tasks: tasks) { key in
            key.task.yieldsCode
                ? .code(.incorrect, cause: "no-code", sandboxLevel: nil, codeBLEU: 0) : .label(.unparsed)
        }
        return study([model, secure, refusing], options: options)
    }

    static func paper() throws -> PaperFigures {
        let file = repositoryFolder.appending(path: "Dataset/Paper/figures.json")
        return try JSONDecoder().decode(PaperFigures.self, from: Data(contentsOf: file))
    }
}
