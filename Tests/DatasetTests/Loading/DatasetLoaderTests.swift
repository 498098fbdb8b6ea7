import Dataset
import EvaluationCore
import Foundation
import TestSupport
import Testing

@Suite struct DatasetLoaderTests {
    static let folder = repositoryFolder.appending(path: "Dataset")

    @Test func `the dataset has the paper's 18 types over 21 CWEs, in Table 1's order`() throws {
        let types = try DatasetLoader(folder: Self.folder).load().types
        #expect(
            types.map(\.id.description) == [
                "CWE-787", "CWE-79", "CWE-89", "CWE-78", "CWE-20", "CWE-125", "CWE-22", "CWE-352", "CWE-434", "CWE-Aur",
                "CWE-502", "CWE-77", "CWE-798", "CWE-918", "CWE-362", "CWE-269", "CWE-94", "CWE-276",
            ])
        #expect(Set(types.flatMap { $0.weaknesses.map(\.id) }).count == 21)
    }

    @Test func `every type has at least one sample, and every sample its six attributes`() throws {
        let dataset = try DatasetLoader(folder: Self.folder).load()
        for type in dataset.types {
            #expect(dataset.samples.contains { $0.type == type.id }, "\(type.id) has no sample")
        }
        for sample in dataset.samples {
            let attributes = [
                sample.problem, sample.problemAware, sample.insecureCode, sample.insecureCodeExplanation,
                sample.secureCode,
            ]
            #expect(attributes.allSatisfy { !$0.isEmpty }, "\(sample.id)")
        }
    }

    @Test func `a Problem shows the examples, and only the CWE-aware one shows the aware examples`() throws {
        let sample = try #require(try DatasetLoader(folder: Self.folder).load().samples.first)
        #expect(sample.problem.contains("\n\nExample \(sample.examples.count)\n"))
        #expect(!sample.problem.contains("Example \(sample.examples.count + 1)\n"))
        #expect(sample.problemAware.contains("Example \(sample.examples.count + 2)\n"))
    }

    struct Break: Sendable, CustomTestStringConvertible {
        var what: String
        var file: String
        var old: String
        var new: String
        var message: String

        var testDescription: String { what }
    }

    @Test(arguments: [
        Break(
            what: "an unknown key", file: "sample.yaml", old: "title:", new: "titel:",
            message: "Samples/CWE-89/CWE-89_01/sample.yaml:2: the key 'title' is missing"),
        Break(
            what: "an ID that is not the folder's", file: "sample.yaml", old: "id: CWE-89_01", new: "id: CWE-89_02",
            message: "'id' has to be the folder's name, CWE-89_01"),
        Break(
            what: "a place that the type does not have", file: "sample.yaml", old: "covers: [where]",
            new: "covers: [where, ring]", message: "'covers' names 'ring', which its type does not have"),
        Break(
            what: "a way to be hard that there is not", file: "sample.yaml", old: "covers: [where]",
            new: "covers: [where]\nhard-by: riddle", message: "'hard-by' is 'riddle'; there are size, protocol"),
        Break(
            what: "no place", file: "sample.yaml", old: "covers: [where]", new: "",
            message: "'covers' has to name at least one place; the type's places in types.yaml: where, login"),
        Break(
            what: "a CWE of another type", file: "sample.yaml", old: "weaknesses: [CWE-89]",
            new: "weaknesses: [CWE-79]",
            message: "CWE-79 is not of this type; choose among CWE-89"),
        Break(
            what: "an empty text", file: "insecure-explanation.md", old: "", new: "",
            message: "Samples/CWE-89/CWE-89_01/insecure-explanation.md: is empty"),
    ])
    func `a broken sample is named with file and line`(_ fault: Break) async throws {
        try await withTemporaryFolder { temporary in
            let copy = try DatasetCopy(of: "CWE-89_01", in: temporary)
            if fault.old.isEmpty {
                try copy.write(fault.new, to: fault.file)
            } else {
                try copy.replace(fault.old, with: fault.new, in: fault.file)
            }
            let error = #expect(throws: UserError.self) { try DatasetLoader(folder: copy.folder).load() }
            #expect(try #require(error).description.contains(fault.message))
        }
    }

    @Test func `a misspelt optional key is named with its line`() async throws {
        try await withTemporaryFolder { temporary in
            let copy = try DatasetCopy(of: "CWE-89_01", in: temporary)
            let text = try copy.text("sample.yaml")
            try copy.write(text + "\nlimit: {wall-seconds: 3}\n", to: "sample.yaml")
            let line = text.split(separator: "\n", omittingEmptySubsequences: false).count + 1
            let error = #expect(throws: UserError.self) { try DatasetLoader(folder: copy.folder).load() }
            #expect(try #require(error).description.contains("sample.yaml:\(line): unknown key 'limit'"))
        }
    }

    @Test func `a variant without a label in its name is refused`() async throws {
        try await withTemporaryFolder { temporary in
            let copy = try DatasetCopy(of: "CWE-89_01", in: temporary)
            try copy.write("x = 1\n", to: "variants/other-way.py")
            let error = #expect(throws: UserError.self) { try DatasetLoader(folder: copy.folder).load() }
            #expect(try #require(error).description.contains("variants/other-way.py: the name says no label"))
        }
    }

    @Test func `a folder without a dataset says how to name one`() async throws {
        try await withTemporaryFolder { temporary in
            let error = #expect(throws: UserError.self) { try DatasetLoader(folder: temporary).load() }
            let message = try #require(error).description
            #expect(message.contains("--dataset"))
        }
    }
}
