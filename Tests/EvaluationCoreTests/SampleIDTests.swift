import EvaluationCore
import Testing

@Suite struct SampleIDTests {
    @Test(arguments: ["CWE-434_01", "CWE-Aur_10", "CWE-22_99"])
    func `a well-formed ID keeps its spelling`(text: String) throws {
        #expect(try #require(SampleID(text)).description == text)
    }

    @Test(arguments: [
        "", "CWE-434", "CWE-434_1", "CWE-434_00", "CWE-434_001", "434_01", "CWE-_01", "CWE-4/4_01", "CWE-22_1x",
    ])
    func `anything else is refused`(text: String) {
        #expect(SampleID(text) == nil)
    }

    @Test func `IDs sort by the number of their type, the merged type last`() throws {
        let texts = ["CWE-Aur_01", "CWE-787_01", "CWE-22_10", "CWE-22_02", "CWE-89_01"]
        let sorted = texts.compactMap { SampleID($0) }.sorted().map(\.description)
        #expect(sorted == ["CWE-22_02", "CWE-22_10", "CWE-89_01", "CWE-787_01", "CWE-Aur_01"])
    }
}
