import EvaluationCore
import Reports
import Testing

@Suite struct PaletteTests {
    @Test(arguments: [
        (true, [:], Palette.ansi),
        (true, ["TERM": "xterm-256color"], .ansi),
        (true, ["NO_COLOR": ""], .ansi),
        (true, ["NO_COLOR": "1"], .plain),
        (true, ["NO_COLOR": "0"], .plain),
        (true, ["TERM": "dumb"], .plain),
        (false, ["TERM": "xterm-256color"], .plain),
    ])
    func `colours go to a terminal that has them and whose user wants them`(
        isTerminal: Bool, environment: [String: String], palette: Palette
    ) {
        #expect(Palette(isTerminal: isTerminal, environment: environment) == palette)
    }

    @Test func `secure is green, insecure red, incorrect yellow, the others dim`() {
        let painted = Verdict.Kind.allCases.map { Palette.ansi.painted("x", as: $0) }
        #expect(painted == ["32", "31", "33", "2", "2"].map { "\u{1B}[\($0)mx\u{1B}[0m" })
    }

    @Test(arguments: Verdict.Kind.allCases) func `without colours text stays as it is`(verdict: Verdict.Kind) {
        #expect(Palette.plain.painted("x", as: verdict) == "x")
        #expect(Palette.ansi.painted("x", as: nil) == "x")
        #expect(Palette.ansi.painted("", as: verdict) == "")
    }
}
