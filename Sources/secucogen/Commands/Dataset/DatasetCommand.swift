import ArgumentParser

struct DatasetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dataset",
        abstract: "Looks into the dataset, proves that it is right, and makes new samples.",
        discussion: """
            Examples:
              secucogen dataset show CWE-89_01
              secucogen dataset verify --type CWE-89
            """,
        subcommands: [
            DatasetListCommand.self, DatasetShowCommand.self, DatasetStatsCommand.self, DatasetLintCommand.self,
            DatasetVerifyCommand.self, DatasetAccuracyCommand.self, DatasetExportCommand.self,
            DatasetPerturbCommand.self,
            DatasetNewCommand.self, DatasetDraftsCommand.self, DatasetReadCommand.self, DatasetAcceptCommand.self,
        ])
}
