import EvaluationCore
import Reports
import Testing

@Suite struct AccuracyTests {
    /// From R's binom.test and scipy.stats.binomtest(…).proportion_ci("exact").
    @Test(arguments: [
        (0, 10, 0.0, 0.30849710), (10, 10, 0.69150290, 1.0), (1, 10, 0.00252858, 0.44501612),
        (5, 10, 0.18708603, 0.81291397),
        (69, 108, 0.54087, 0.72896), (0, 108, 0.0, 0.03357),
    ])
    func `exact intervals are those of Clopper and Pearson`(successes: Int, trials: Int, lower: Double, upper: Double) {
        let interval = exactInterval(of: successes, in: trials)
        #expect(abs(interval.lower - lower) < 2e-4)
        #expect(abs(interval.upper - upper) < 2e-4)
    }

    @Test func `an exact interval agrees with the closed form where all trials agree`() {
        for trials in [1, 7, 500, 20_000] {
            #expect(
                abs(exactInterval(of: trials, in: trials).lower - unanimousInterval(of: 1, samples: trials).lower)
                    < 1e-9)
        }
    }

    @Test func `recall counts half-measures, false alarms count right programs, each in its round`() throws {
        func program(_ round: Int, _ type: String, _ expected: Verdict.Kind, _ first: Verdict.Kind) -> JudgedProgram {
            JudgedProgram(
                round: round, sample: SampleID("\(type)_01")!, program: "p.py", expected: expected, first: first)
        }
        let tables = Fixture.study([]).accuracyTables([
            program(1, "CWE-89", .insecure, .secure), program(2, "CWE-89", .insecure, .insecure),
            program(2, "CWE-79", .insecure, .secure), program(2, "CWE-79", .secure, .inconclusive),
            program(2, "CWE-89", .secure, .secure),
        ])
        func value(_ table: Int, _ row: String, _ column: String) throws -> Cell.Value {
            let place = try #require(tables[table].columns.firstIndex { $0.id == column })
            return try #require(tables[table].rows.first { $0.id == row }).cells[place].value
        }
        #expect(try value(0, "1", "recall") == .number(0))
        #expect(try value(0, "2", "recall") == .number(0.5))
        #expect(try value(0, "1", "false-alarms") == .none)
        #expect(try value(1, "CWE-79", "alarms") == .count(1))
        #expect(try value(1, "CWE-89", "false-alarms") == .number(0))
        #expect(try value(1, "all", "found") == .count(1))
    }

    @Test(arguments: [(12, 10, "yes"), (12, 9, "no"), (11, 11, "no"), (20, 10, "yes")])
    func `a type is done when ten of its last twelve were found, in whatever order the log has them`(
        count: Int, found: Int, done: String
    ) throws {
        // Those of later rounds are found last: only the newest twelve count.
        let programs = (0..<count).map { number in
            JudgedProgram(
                round: number + 1, sample: SampleID("CWE-89_01")!, program: "p.py", expected: .insecure,
                first: number >= count - found ? .insecure : .secure)
        }
        let right = JudgedProgram(
            round: 99, sample: SampleID("CWE-89_01")!, program: "q.py", expected: .secure, first: .secure)
        let table = Fixture.study([]).accuracyTables([right] + programs.reversed())[2]
        #expect(table.rows.map { $0.cells.last?.value } == [.text(done)])
        #expect(table.rows[0].cells[2].value == .count(found))
    }
}
