internal import EvaluationCore

/// The servers and programs that this process has started; of servers one for each model file and setting.
actor LocalServers {
    private var starting: [LocalServer.Settings: Task<LocalServer, any Error>] = [:]
    private var programs: [ProgramRunner] = []

    func add(_ program: ProgramRunner) { programs.append(program) }

    /// A running server with these settings; it is started at the first call.
    func server(_ settings: LocalServer.Settings, runtime: LocalRuntime) async throws -> LocalServer {
        if let task = starting[settings] { return try await task.value }
        let task = Task { try await LocalServer.start(settings, runtime: runtime) }
        starting[settings] = task
        do {
            return try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        } catch {
            starting[settings] = nil
            throw error
        }
    }

    func stopAll() async {
        for task in starting.values {
            if let server = try? await task.value { await server.stop() }
        }
        starting = [:]
        for program in programs { await program.end() }
        programs = []
    }
}
