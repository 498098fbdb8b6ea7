package import EvaluationCore

extension Study {
    /// Whether a model or a built-in control answered.
    package func kind(ofRun run: Int) -> Table.Row.Kind {
        runs[run].plan.model.hasPrefix("control/") ? .control : .model
    }

    /// Models first, then controls, each in the order given.
    package var runOrder: [Int] {
        runs.indices.filter { kind(ofRun: $0) == .model } + runs.indices.filter { kind(ofRun: $0) == .control }
    }

    /// Of all tables about tasks: a row for each run and task, in that order.
    package func rows<Row>(_ tasks: [PromptTask], _ make: (Int, PromptTask) -> Row?) -> [Row] {
        runOrder.flatMap { run in tasks.compactMap { make(run, $0) } }
    }
}
