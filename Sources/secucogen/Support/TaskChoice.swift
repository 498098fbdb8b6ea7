import ArgumentParser
import EvaluationCore

/// What `--task` takes: one of the seven, or all of them.
enum TaskChoice: ExpressibleByArgument, Sendable {
    case one(PromptTask)
    case all

    init?(argument: String) {
        if argument == "all" {
            self = .all
        } else if let task = PromptTask(rawValue: argument) {
            self = .one(task)
        } else {
            return nil
        }
    }

    var defaultValueDescription: String {
        if case .one(let task) = self { task.rawValue } else { "all" }
    }

    static var allValueStrings: [String] { PromptTask.allCases.map(\.rawValue) + ["all"] }
    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

    static func tasks(_ choices: [TaskChoice]) -> [PromptTask] {
        PromptTask.allCases.filter { task in
            choices.contains { choice in
                switch choice {
                case .all: true
                case .one(let chosen): chosen == task
                }
            }
        }
    }
}

extension PromptTask {
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
