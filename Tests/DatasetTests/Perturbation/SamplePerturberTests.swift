import EvaluationCore
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Dataset

/// What is drawn for a sample, and what is taken back.
@Suite struct SamplePerturberTests {
    static let id = SampleID("CWE-352_07")!

    static let lexicon = Result {
        try Lexicon(file: repositoryFolder.appending(path: "Dataset/Perturbation/words.yaml"))
    }
    static let sample = Result {
        try DatasetLoader(folder: repositoryFolder.appending(path: "Dataset")).load().sample(id)!
    }
    static let files = Result {
        try SampleFiles(folder: repositoryFolder.appending(path: "Dataset/Samples/\(id.type)/\(id)"))
    }

    private func twin(
        seed: UInt32 = 1, _ holds: @escaping @Sendable (SampleFiles, SamplePerturber.Proof) async throws -> Bool
    ) async throws -> SampleTwin {
        try await SamplePerturber(lexicon: Self.lexicon.get(), reserved: [], holds: holds)
            .twin(of: Self.sample.get(), Self.files.get(), seed: seed)
    }

    @Test func `a seed draws the same words each time, and another seed draws others`() async throws {
        let twins = try await [
            twin(seed: 1) { _, _ in true }, twin(seed: 1) { _, _ in true }, twin(seed: 2) { _, _ in true },
        ]
        #expect(twins[0].perturbation == twins[1].perturbation)
        #expect(twins[0].perturbation != twins[2].perturbation)
        #expect(twins[0].kept.isEmpty && twins[0].perturbation.words.count > 10)
    }

    @Test func `no stand-in stood in the sample before, and none stands for two words`() async throws {
        let twin = try await twin { _, _ in true }
        let before = try Self.files.get().words
        let standIns = Array(twin.perturbation.words.values) + Array(twin.perturbation.names.values)
        #expect(Set(standIns).count == standIns.count)
        #expect(before.isDisjoint(with: standIns))
        #expect(twin.files.words.isDisjoint(with: twin.perturbation.words.keys))
    }

    @Test func `whichever words spoil the proof, they are kept, and all others changed`() async throws {
        let drawn = try await twin { _, _ in true }.perturbation
        let words = drawn.words.keys.filter { drawn.words[$0 + "s"] != nil }.sorted()
        #expect(words.count > 5)
        for first in words.indices {
            // One that spoils it, then two, then three.
            let spoilers = Set((0...(first % 3)).map { words[(first + 2 * $0) % words.count] })
            let twin = try await twin { files, proof in
                // The first look sees only some.
                proof == .references && spoilers.count > 1 || files.words.isSuperset(of: spoilers)
            }
            #expect(Set(twin.kept) == spoilers)
            #expect(twin.perturbation.words.count == drawn.words.count - 2 * spoilers.count)
        }
    }

    @Test func `what the dataset says of a sample stays as it is`() async throws {
        let twin = try await twin { _, _ in true }
        let (before, after) = (try Self.files.get().texts["sample.yaml"]!, twin.files.texts["sample.yaml"]!)
        for key in ["# Do not train", "id:", "weaknesses:", "covers:", "packages:"] {
            let lines = [before, after].map { $0.split(separator: "\n").first { $0.hasPrefix(key) } }
            #expect(lines[0] != nil && lines[0] == lines[1])
        }
        #expect(before != after)
        #expect(twin.files.texts.keys == (try Self.files.get()).texts.keys)
    }

    @Test(arguments: [
        ("one: bell owl\ntwo: bell organ\nverbs: []\n", "'bell' stands there twice"),
        ("one: glass glasses\nverbs: []\n", "'glasses' stands there twice"),
        ("one: bell-tower\nverbs: []\n", "'bell-tower' is no word"), ("one: a/b/c\nverbs: []\n", "is no word"),
    ])
    func `a list of words that is not as it must be is told in one line`(text: String, problem: String) throws {
        let error = #expect(throws: UserError.self) { try Lexicon(text: text, path: "words.yaml") }
        #expect(try #require(error).description.contains(problem))
    }

    @Test(arguments: [
        ("bell", "bells"), ("berry", "berries"), ("quay", "quays"), ("bench", "benches"), ("goose/geese", "geese"),
    ])
    func `plurals are made by rule, or told`(entry: String, plural: String) throws {
        let lexicon = try Lexicon(text: "one: \(entry)\nverbs: []\n", path: "words.yaml")
        #expect(lexicon.groups[0].words[0].plural == plural)
    }

    @Test func `no word means anything to the languages in which samples are written`() throws {
        let taken = """
            and as assert async await break class continue def del elif else except finally for from global if import in is lambda not or pass
            raise return try while with yield match case type self all any bin bool bytes dict dir filter float format hash help hex id input int
            iter len list map max min next object oct open ord pow print range repr round set slice sorted str sum super tuple vars zip
            a article aside audio b base body button canvas caption code col data details dialog div em embed fieldset figure footer form frame head
            header hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav object ol option output p param
            picture pre progress q s samp script section select slot small source span strong style sub summary sup svg table template
            textarea time title tr track u ul var video action method name value target width height
            select insert update delete from where join union order group having limit table index view trigger column row values set into create
            drop alter key primary unique check default begin commit rollback null like in exists case when
            cat cp mv rm ls cd sh echo cut sort test kill touch tar less more head tail make man date time wait read export set trap shift exec
            """.split(whereSeparator: \.isWhitespace).map(String.init)
        let known = try Set(Self.lexicon.get().groups.flatMap(\.words).flatMap(\.forms))
        #expect(known.intersection(taken).isEmpty)
        #expect(known.count > 1500)
    }
}

extension SampleFiles {
    /// All words, in small letters; nouns in the singular, too.
    fileprivate var words: Set<String> {
        let parts = texts.values.flatMap { $0.matches(of: /[A-Z]?[a-z]+|[A-Z]+/).map { $0.output.lowercased() } }
        return Set(parts).union(parts.filter { $0.hasSuffix("s") }.map { String($0.dropLast()) })
    }
}
