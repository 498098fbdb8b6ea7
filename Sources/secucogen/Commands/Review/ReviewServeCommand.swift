import ArgumentParser
import Dashboard
import Dataset
import EvaluationCore
import Foundation
import Oracles
import RunStore
import Sandboxing

struct ReviewServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Pages in a browser for several raters at once, and for who settles where they differ.",
        discussion: """
            Whoever takes part needs a personal link: those without one get theirs when the server starts, and \
            'secucogen review invite' makes another. Judgements are on disk before the page goes on. The server listens on \
            this machine alone; 'docs/review.md' shows how a proxy brings it to others. Control-C ends it.

            Examples:
              secucogen review serve my.review
              secucogen review serve my.review --adjudicator eve
              secucogen review serve my.review --address https://judge.example.org
            """)

    @OptionGroup var homeOptions: HomeOptions
    @OptionGroup var sandboxOptions: SandboxOptions
    @Argument(help: "The review's file.", completion: .file()) var file: String
    @Option(help: "Who settles differences. Repeatable.") var adjudicator: [String] = []
    @Option(help: "The port to listen on; 0 for any that is free.") var port = 8790
    @Option(help: "The address that others know, when a proxy stands before the server.") var address: String?
    @Flag(name: .customLong("no-try"), help: "Raters cannot run programs.") var noTry = false

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port has to be from 0 to 65535") }
        if let address, ReviewAddress(address) == nil {
            throw ValidationError("--address '\(address)': write http:// or https:// and a host, without a path")
        }
        for name in adjudicator where !isPersonName(name) {
            throw ValidationError(personNameRule("--adjudicator", name))
        }
    }

    func run() async throws {
        let home = try homeOptions.find()
        let dataset = try DatasetLoader(folder: homeOptions.datasetFolder(in: home)).load()
        let review = try ReviewFile(opening: URL(filePath: file))
        try review.noteChangedTexts(dataset.samples)
        if let foreign = try review.items().map(\.sample).first(where: { dataset.sample($0) == nil }) {
            throw UserError("the dataset has no sample \(foreign)", remedy: "give the review's own (--dataset)")
        }
        let pages = try home.reviewPages(dataset)
        let sandbox = noTry ? nil : try sandboxOptions.sandbox(home)
        let trial = try sandbox.map { SandboxTrial(sandbox: $0, driver: try driver(home)) }
        // A sandbox that cannot start is told now, not to the first rater who tries.
        _ = try await sandbox?.describe()
        let server = ReviewServer(
            store: review, pages: pages, samples: dataset.samples, trial: trial,
            publicOrigin: address.flatMap { ReviewAddress($0)?.origin })
        let people = try review.raters().map(ReviewPerson.rater) + adjudicator.map(ReviewPerson.adjudicator)
        try review.beginServing()
        defer { try? review.endServing() }
        try await server.run(port: port) { origin in
            do {
                let known = Set(try review.invited())
                for person in people where !known.contains(person) {
                    Terminal.result("\(person.title): \(origin)/enter#\(try review.invite(person))")
                }
                let others = known.count > 0 ? "; links that were given out before still hold" : ""
                Terminal.note("\(origin) is served\(others). Control-C ends.")
            } catch {
                Terminal.note("no links can be made: \(error)")
            }
        }
        await sandbox?.shutDown()
    }

    private func driver(_ home: Home) throws -> String {
        let url = home.runtime.appending(path: "trial/driver.py")
        do {
            return try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw UserError("'\(url.path)' cannot be read", remedy: "install secucogen again")
        }
    }
}
