internal import EvaluationCore
internal import Sandboxing
internal import Testing

@Suite(.serialized)
struct SandboxDoctorTests {
    @Test(arguments: SandboxLevel.allCases)
    func `a machine that can run the sandbox is found sound`(level: SandboxLevel) async throws {
        let diagnosis = try await SandboxDoctor(folder: RuntimeUnderTest.folder(), level: level).examine()
        #expect(diagnosis.level == level.rawValue)
        #expect(diagnosis.findings.filter { !$0.isSound } == [])
        #expect(diagnosis.findings.count > 10)
        #expect(diagnosis.findings.contains { $0.name == "functional/test_contacts_are_seen" })
        #expect(diagnosis.isSound)
    }
}
