internal import Foundation
internal import Glibc
internal import Synchronization

/// A child process that was started with posix_spawn and is waited for exactly once.
///
/// It is given four descriptors: nothing on standard input and output, a socket for errors, and `control` as number 3;
/// the launcher closes whatever else the host may have left open. Foundation's `Process` cannot say so, and fork is not
/// safe in a process with threads.
final class SpawnedProcess: Sendable {
    let identifier: pid_t
    private let errors: Int32
    private let isReaped = Mutex(false)

    /// - Throws: `POSIXError` when the program cannot be started.
    init(_ command: [String], environment: [String: String], control: Int32) throws {
        // Not a pipe: Glibc's module does not show pipe2, and a descriptor must not be without close-on-exec for a moment.
        let (reading, writing) = try Self.socketPair()
        defer { close(writing) }
        do {
            identifier = try Self.spawn(command, environment, control, errors: writing)
        } catch {
            close(reading)
            throw error
        }
        errors = reading
    }

    deinit {
        close(errors)
    }

    /// What the process has written to its standard error and nobody has read yet, cut at 64 KiB.
    func errorText() -> String {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(errors, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    /// Waits for the process to end, and kills it when it has not after `patience`. Blocks.
    func reap(patience: Duration) {
        isReaped.withLock { isReaped in
            guard !isReaped else { return }
            let deadline = ContinuousClock.now + patience
            while !hasEnded(options: WNOHANG) {
                guard ContinuousClock.now < deadline else {
                    kill(identifier, SIGKILL)
                    while !hasEnded(options: 0) {}
                    break
                }
                usleep(2_000)
            }
            isReaped = true
        }
    }

    private func hasEnded(options: Int32) -> Bool {
        var status: Int32 = 0
        let result = waitpid(identifier, &status, options)
        return result == identifier || (result < 0 && errno == ECHILD)
    }

    private static func spawn(
        _ command: [String], _ environment: [String: String], _ control: Int32, errors: Int32
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        posix_spawn_file_actions_adddup2(&actions, control, 3)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        // A group of its own: an interrupt at the terminal is the host's to handle.
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

        var pid: pid_t = 0
        let argv = command.map { strdup($0) } + [nil]
        let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        let code = posix_spawn(&pid, command[0], &actions, &attributes, argv, envp)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
        return pid
    }

    /// Two connected stream sockets that no other child inherits.
    static func socketPair() throws -> (Int32, Int32) {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw lastError() }
        return (ends[0], ends[1])
    }

    private static func lastError() -> POSIXError {
        POSIXError(POSIXErrorCode(rawValue: errno) ?? .EINVAL)
    }
}
