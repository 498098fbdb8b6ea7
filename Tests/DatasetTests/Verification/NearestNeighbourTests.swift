import Dataset
import EvaluationCore
import Testing

@Suite struct NearestNeighbourTests {
    static func sample(_ id: String, _ problem: String) -> Sample {
        Sample(
            id: SampleID(id)!, title: id, weaknesses: ["CWE-89"], problem: problem, problemAware: problem,
            insecureCode: "",
            insecureCodeExplanation: "", secureCode: "", entryPoints: [])
    }

    @Test func `the same text is as near as can be, another topic is far`() throws {
        let samples = [
            Self.sample("CWE-89_01", "A garden shop looks orders up by customer name."),
            Self.sample("CWE-89_02", "A garden shop looks orders up by customer name."),
            Self.sample("CWE-89_03", "Trains report axle temperatures every minute."),
        ]
        let neighbours = NearestNeighbour.all(in: samples)
        #expect(neighbours[0].other.description == "CWE-89_02")
        #expect(neighbours[0].similarity > 0.999)
        #expect(neighbours[2].similarity < 0.1)
    }

    @Test func `a single Problem has no neighbour`() {
        #expect(NearestNeighbour.all(in: [Self.sample("CWE-89_01", "Alone.")]).isEmpty)
    }
}
