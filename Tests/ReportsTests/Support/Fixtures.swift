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

    /// A table's own study: `everyTask`, but for strategies runs of one model with and without them.
    static func study(for table: String, options: StudyOptions = StudyOptions()) -> Study {
        table == "strategies" ? strategies(options: options) : everyTask(options: options)
    }

    /// Two attempts at four samples of three types. Plain: as `mixed`, 100 tokens each. `tests:2`: three calls of 150 tokens, secure but for
    /// number 3. `resample:4`: four calls of 100 tokens, secure for numbers 1 and 2. `aware`: secure throughout, not counted by the server.
    static func strategies(options: StudyOptions = StudyOptions()) -> Study {
        let plain = strategy(nil, calls: nil, tokens: 100) { mixed($0) }
        let tests = strategy("tests:2", calls: 3, tokens: 450) { code($0.sample.number == 3 ? .incorrect : .secure) }
        let resample = strategy("resample:4", calls: 4, tokens: 400) {
            code($0.sample.number < 3 ? .secure : .insecure)
        }
        let aware = strategy("aware", calls: 1, tokens: nil) { _ in code(.secure) }
        let other = run("other/model") { mixed($0) }
        return study([plain, tests, resample, aware, other], options: options)
    }

    private static func strategy(
        _ name: String?, calls: Int?, tokens: Int?, score: (AttemptKey) -> AttemptResult.Summary?
    ) -> RunResults {
        var run = run(score: score)
        run.plan.strategy = name
        run.label = name.map { "test/model + \($0)" } ?? "test/model"
        for index in run.attempts.indices {
            run.attempts[index].calls = calls
            run.attempts[index].latency = 2
            run.attempts[index].usage = TokenUsage(input: tokens.map { $0 - 40 }, output: tokens.map { _ in 40 })
        }
        return run
    }

    static func paper() throws -> PaperFigures {
        let file = repositoryFolder.appending(path: "Dataset/Paper/figures.json")
        return try JSONDecoder().decode(PaperFigures.self, from: Data(contentsOf: file))
    }
}
