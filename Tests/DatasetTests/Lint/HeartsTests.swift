import Dataset
import EvaluationCore
import TestSupport
import Testing

/// Ten samples of a type cover ten places, or they measure one thing ten times.
@Suite struct HeartsTests {
    static func sample(_ id: String, covers: [String]) -> Sample {
        var sample = TextRulesTests.sample { _ in }
        sample.id = SampleID(id)!
        sample.covers = covers
        return sample
    }

    static func messages(_ samples: [Sample]) -> [String] {
        Hearts.findings(in: samples).map { "\($0.sample): \($0.message)" }
    }

    @Test func `of two samples of a type with the same heart the later one is named`() {
        let samples = [("CWE-89_02", ["like", "where"]), ("CWE-89_01", ["like"]), ("CWE-89_03", ["where", "like"])]
        #expect(
            Self.messages(samples.map(Self.sample)) == [
                "CWE-89_02: has 'like' at its heart, as CWE-89_01 has; 'covers' begins with another place"
            ])
    }

    @Test func `types do not share places, and a place may be touched by many`() {
        let samples = [("CWE-79_01", ["stored", "text"]), ("CWE-89_01", ["stored", "text"]), ("CWE-89_02", ["text"])]
        #expect(Self.messages(samples.map(Self.sample)) == [])
        #expect(Self.messages([Self.sample("CWE-89_01", covers: []), Self.sample("CWE-89_02", covers: [])]) == [])
    }
}
