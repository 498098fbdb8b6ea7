import EvaluationCore
import Testing

@Suite struct PlanKeysTests {
    static func samples(_ type: String, _ count: Int) -> [SampleID] {
        (1...count).map { SampleID(type: WeaknessType.ID(type)!, number: $0) }
    }

    static func plan(_ tasks: [PromptTask], _ samples: [SampleID], attempts: Int = 1, seed: UInt32 = 0) -> Plan {
        Plan(
            model: "m/m", tasks: tasks, samples: samples, attempts: attempts, parameters: SamplingParameters(seed: seed)
        )
    }

    @Test func `a task that yields code has one question a sample and as many attempts as asked for`() {
        let keys = Self.plan([.repair, .generate], Self.samples("CWE-89", 3), attempts: 5).attemptKeys()
        #expect(keys.count == 2 * 3 * 5)
        #expect(Set(keys).count == keys.count)
        #expect(keys.first?.task == .generate)
        #expect(keys == keys.sorted())
    }

    @Test func `detect shows half of a type's samples insecure and half secure, as in the paper`() {
        let keys = Self.plan([.detect], Self.samples("CWE-89", 10) + Self.samples("CWE-22", 10)).attemptKeys()
        for type in ["CWE-89", "CWE-22"] {
            let shown = keys.filter { $0.sample.type.description == type }
            #expect(shown.count { $0.subject == .insecure } == 5)
            #expect(shown.count { $0.subject == .secure } == 5)
        }
    }

    @Test func `what a sample is shown as stays when the plan grows`() {
        for seed in UInt32(0)..<20 {
            let all = Self.plan([.detect], Self.samples("CWE-89", 10), seed: seed).attemptKeys()
            for count in 1..<10 {
                let some = Self.plan([.detect], Self.samples("CWE-89", count), seed: seed).attemptKeys()
                #expect(Set(some).isSubset(of: all))
            }
        }
    }

    @Test func `with one sample a type detect asks about both kinds`() {
        let types = [
            "CWE-20", "CWE-22", "CWE-77", "CWE-78", "CWE-79", "CWE-89", "CWE-94", "CWE-125", "CWE-269", "CWE-276",
        ]
        for seed in UInt32(0)..<50 {
            let keys = Self.plan([.detect], types.flatMap { Self.samples($0, 1) }, seed: seed).attemptKeys()
            #expect(Set(keys.map(\.subject)) == [.insecure, .secure])
        }
    }

    @Test func `which half is which depends on the seed and on no other type`() {
        let alone = Self.plan([.detect], Self.samples("CWE-89", 10)).attemptKeys()
        let together = Self.plan([.detect], Self.samples("CWE-89", 10) + Self.samples("CWE-22", 10)).attemptKeys()
        #expect(alone == together.filter { $0.sample.type.description == "CWE-89" })
        #expect(alone != Self.plan([.detect], Self.samples("CWE-89", 10), seed: 1).attemptKeys())
    }

    @Test func `detect can ask about both programs of every sample`() {
        var plan = Self.plan([.detect], Self.samples("CWE-89", 3))
        plan.detection = .all
        #expect(plan.attemptKeys().count == 6)
    }

    @Test func `the merged type has no part in classify`() {
        let keys = Self.plan([.classify], Self.samples("CWE-Aur", 2) + Self.samples("CWE-89", 2)).attemptKeys()
        #expect(keys.map(\.sample.type.description) == ["CWE-89", "CWE-89"])
        #expect(keys.allSatisfy { $0.subject == .insecure })
    }
}
