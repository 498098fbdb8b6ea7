import ArgumentParser
import EvaluationCore
import ModelClients
import Reports

/// `sec@1[generate-aware]=0.5`: a figure, where it is looked at, and the value that it must not fall below or go beyond.
struct Gate: Sendable {
    enum Figure: Sendable, Hashable {
        case code(CodeMeasure)
        case label(LabelName)
    }

    enum LabelName: String, Sendable, Hashable, CaseIterable {
        case accuracy, precision, recall, f1
    }

    /// As it was given.
    let text: String
    let figure: Figure
    /// Nil for every task that has the figure.
    let task: PromptTask?
    /// Nil for all samples.
    let type: WeaknessType.ID?
    /// In the unit that tables show: CodeBLEU from 0 to 100, all others from 0 to 1.
    let bound: Double

    /// - Throws: `ValidationError` that says which part is wrong, and what may stand there.
    init(_ argument: String) throws {
        let parts = argument.lowercased().split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let place = parts[0].wholeMatch(of: /([^\[]*)(?:\[([^\]]*)\])?/) else {
            throw ValidationError("'\(parts[0])' is neither a figure nor one of a task or type: \(Self.forms)")
        }
        let name = String(place.output.1)
        guard let figure = Self.figure(name) else {
            let hint = NearMiss.suggestion(for: name, among: Self.examples).map { "; did you mean '\($0)'?" } ?? ";"
            throw ValidationError("there is no figure '\(name)'\(hint) there are \(Self.forms)")
        }
        guard parts.count == 2, let bound = Double(parts[1]), (0...Self.most(figure)).contains(bound) else {
            let most = Self.most(figure) == 1 ? "1" : "100"
            throw ValidationError("'=' and a number from 0 to \(most) have to follow \(parts[0])")
        }
        var (task, type): (PromptTask?, WeaknessType.ID?)
        for part in (place.output.2 ?? "").split(separator: ",") {
            let name = part.trimmingPrefix(while: \.isWhitespace)
            if let known = PromptTask(rawValue: String(name)), task == nil {
                task = known
            } else if name.hasPrefix("cwe-"), type == nil,
                let known = WeaknessType.ID("CWE-" + (name.dropFirst(4) == "aur" ? "Aur" : name.dropFirst(4)))
            {
                type = known
            } else {
                throw ValidationError("'\(name)' is no task or type, or a second one")
            }
        }
        text = argument
        self.figure = figure
        self.task = task
        self.type = type
        self.bound = bound
    }

    /// One name of each figure, for hints.
    private static let examples =
        ["sec@1", "unbiased-sec@1", "codebleu@1"] + Verdict.Kind.allCases.filter { $0 != .harnessError }.map(\.rawValue)
        + LabelName.allCases.map(\.rawValue)

    static let forms = """
        sec@K, unbiased-sec@K, codebleu@K (0 to 100), secure, insecure, incorrect, inconclusive; accuracy, precision, recall, f1 of \
        detect and classify; each alone, or of a task or type: sec@1[generate-aware]=0.5, insecure[CWE-89]=0.2
        """

    private static func figure(_ name: String) -> Figure? {
        if let label = LabelName(rawValue: name) { return .label(label) }
        if let kind = Verdict.Kind(rawValue: name), kind != .harnessError { return .code(.rate(kind)) }
        let parts = name.split(separator: "@")
        guard parts.count == 2, let k = Int(parts[1]), k >= 1 else { return nil }
        switch parts[0] {
        case "sec": return .code(.secure(k: k))
        case "unbiased-sec": return .code(.secureUnbiased(k: k))
        case "codebleu": return .code(.codeBLEU(k: k))
        default: return nil
        }
    }

    private static func most(_ figure: Figure) -> Double {
        if case .code(.codeBLEU) = figure { 100 } else { 1 }
    }
}

extension Gate {
    /// The tasks of a plan that have the figure.
    private func tasks(of plan: Plan) -> [PromptTask] {
        plan.tasks.filter { candidate in
            guard task == nil || task == candidate else { return false }
            return if case .code = figure { candidate.yieldsCode } else { !candidate.yieldsCode }
        }
    }

    /// - Throws: `UserError` when a run of this plan cannot have the figure.
    func checkPossible(in plan: Plan) throws {
        func refuse(_ reason: String, _ remedy: String) -> UserError {
            UserError("the gate '\(text)' cannot be checked: \(reason)", remedy: remedy)
        }
        let names = plan.tasks.map(\.rawValue).joined(separator: ", ")
        guard !tasks(of: plan).isEmpty else {
            throw refuse("no task of the run has that figure", "the run's tasks are \(names)")
        }
        if case .code(let measure) = figure, let k = measure.k, k > plan.attempts {
            throw refuse(
                "the run has \(plan.attempts) attempts a sample", "give --attempts \(k) or more, or a smaller k")
        }
        guard let type else { return }
        guard plan.samples.contains(where: { $0.type == type }) else {
            throw refuse("the run has no sample of \(type)", "choose a type of the run's samples")
        }
        if case .label(let name) = figure {
            let isDetection = tasks(of: plan).contains(.detect)
            guard name == .accuracy || !isDetection else {
                throw refuse(
                    "\(name.rawValue) of detect is not counted by type", "gate accuracy[detect,\(type)] instead")
            }
            guard type != .merged || isDetection else {
                throw refuse("classify is not asked about \(type)", "choose another type")
            }
        }
    }

    /// - Parameter isLeast: whether the bound is the least value, or the greatest.
    /// - Returns: a line for each run and task that fails.
    func failures(in study: Study, isLeast: Bool) -> [String] {
        study.runs.indices.flatMap { failures(in: study, run: $0, isLeast: isLeast) }
    }

    private func failures(in study: Study, run: Int, isLeast: Bool) -> [String] {
        tasks(of: study.runs[run].plan).compactMap { task in
            let name: String? = study.runs.count > 1 ? study.names[run] : nil
            let place = [name, task.rawValue, type?.description].compactMap(\.self).joined(separator: ", ")
            let cell = cell(study, run, task)
            // Until they are there, answers count as not secure: that would hold a gate as easily as break it.
            if let gap = cell.gaps.first { return "gate \(text): open for \(place). \(gap)" }
            guard case .number(let value) = cell.value else {
                return "gate \(text): not known for \(place)"
            }
            if isLeast ? value >= bound : value <= bound { return nil }
            return "gate \(text): \(value.fixed(4)) for \(place), \(isLeast ? "below" : "above") \(bound.fixed(4))"
        }
    }

    private func cell(_ study: Study, _ run: Int, _ task: PromptTask) -> Cell {
        switch figure {
        case .code(let measure): CodeRow(study, run: run, task: task)?.cell(measure, type: type) ?? .none
        case .label(let name): LabelRow(study, run: run, task: task).map { cell($0, name, task) } ?? .none
        }
    }

    private func cell(_ row: LabelRow, _ name: LabelName, _ task: PromptTask) -> Cell {
        guard let score = LabelMeasure.Score(rawValue: name.rawValue) else {
            return type.map { row.accuracyCell(type: $0) } ?? row.cell(.accuracy)
        }
        if let type { return row.cell(score, type: type) }
        return row.cell(task == .detect ? .score(score, label: 0) : .average(score, .macro))
    }
}

/// `--fail-under` and `--fail-over`.
struct GateOptions: ParsableArguments {
    @Option(
        name: .customLong("fail-under"),
        help: ArgumentHelp(
            "Exit code 1 when a figure is below a value, such as sec@1=0.5. Repeatable.", discussion: Gate.forms),
        transform: Gate.init)
    var least: [Gate] = []

    @Option(
        name: .customLong("fail-over"),
        help: "Exit code 1 when a figure is above a value, such as insecure=0.1. Repeatable.",
        transform: Gate.init)
    var most: [Gate] = []

    /// Before anything is asked.
    ///
    /// - Throws: `UserError` when a run of this plan cannot have one of the figures.
    func checkPossible(in plan: Plan) throws {
        for gate in least + most { try gate.checkPossible(in: plan) }
    }

    /// - Throws: exit code 1 after a line for every gate that failed.
    func check(_ study: Study) throws {
        let failures =
            least.flatMap { $0.failures(in: study, isLeast: true) }
            + most.flatMap { $0.failures(in: study, isLeast: false) }
        for failure in failures { Failure.report(failure) }
        if !failures.isEmpty { throw Failure.gate }
    }
}
