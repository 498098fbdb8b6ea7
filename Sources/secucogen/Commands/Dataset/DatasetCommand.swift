import ArgumentParser

struct DatasetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dataset",
        abstract: "Looks into the dataset and proves that it is right.",
        subcommands: [
            DatasetListCommand.self, DatasetShowCommand.self, DatasetStatsCommand.self, DatasetLintCommand.self,
            DatasetVerifyCommand.self, DatasetAccuracyCommand.self,
        ])
}
