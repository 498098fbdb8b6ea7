import ArgumentParser

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract:
            "Has people judge programs blind, and measures how far they agree with each other and with the checks.",
        discussion: """
            A review is one file: the programs, who judges which, and what was said. Raters see the problem, what has to \
            be guarded against, and the code; never the model, the task, the checks' verdict or another rater.

            Examples:
              secucogen review create my.review my.run --rater ada --rater ben
              secucogen review serve my.review
              secucogen review sheet my.review --rater ada --output ada.html
              secucogen review collect my.review judgements.jsonl --rater ada
              secucogen review report my.review
            """,
        subcommands: [
            ReviewCreateCommand.self, ReviewAssignCommand.self, ReviewServeCommand.self, ReviewInviteCommand.self,
            ReviewSheetCommand.self, ReviewItemsCommand.self, ReviewCollectCommand.self, ReviewMergeCommand.self,
            ReviewReportCommand.self, ReviewExportCommand.self,
        ])
}
