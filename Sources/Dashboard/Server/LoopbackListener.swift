import EvaluationCore
import Foundation
import Hummingbird
import Logging
import NIOCore

let loopback = "127.0.0.1"

/// Listens on this machine alone, until the task is cancelled or the process is asked to end.
///
/// - Parameters:
///   - port: 0 for any that is free.
///   - whenRunning: called once with the port.
/// - Throws: `UserError` when the port cannot be had.
func serveOnLoopback(
    _ router: Router<BasicRequestContext>, port: Int, whenRunning: @escaping @Sendable (Int) async -> Void
) async throws {
    // What goes wrong is told in the page; standard error stays the command's own.
    var logger = Logger(label: "secucogen")
    logger.logLevel = .critical
    let application = Application(
        router: router,
        configuration: .init(address: .hostname(loopback, port: port), serverName: nil, reuseAddress: true),
        onServerRunning: { channel in await whenRunning(channel.localAddress?.port ?? port) },
        logger: logger)
    do {
        try await application.runService()
    } catch let error as UserError {
        throw error
    } catch {
        let reason = (error as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(error)"
        throw UserError(
            "port \(port) cannot be listened on (\(reason))",
            remedy: "give another --port, or 0 for any that is free")
    }
}
