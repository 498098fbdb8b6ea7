import EvaluationCore
import EvaluationEngine
import Foundation
import Testing

@Suite struct PriceListTests {
    private func list(_ text: String) throws -> PriceList {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("prices-\(UUID().uuidString).json")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try PriceList(file: file.path)
    }

    @Test func `prices are per million tokens of either direction`() throws {
        let price = try list(#"{"openai/m": {"input": 2, "output": 10}}"#).price(of: "openai/m")
        #expect(price?.cost(input: 500_000, output: 100_000) == 2)
        #expect(try list(#"{"openai/m": {"input": 2, "output": 10}}"#).price(of: "openai/other") == nil)
    }

    @Test(arguments: [#"{"openai/m": 3}"#, "[]", "{", #"{"openai/m": {"input": -1, "output": 0}}"#])
    func `another form is refused with the right one`(_ text: String) {
        #expect(throws: UserError.self) { try list(text) }
    }

    @Test func `a missing file is named`() {
        let error = #expect(throws: UserError.self) { try PriceList(file: "/nowhere/prices.json") }
        #expect(error?.problem == "the price file '/nowhere/prices.json' cannot be read")
    }
}
