internal import Foundation
internal import Glibc
internal import Sandboxing
internal import Testing

/// Who starts the workers. Root's become somebody else on their own, an ordinary user's stay theirs.
enum UsersUnderTest: String, Sendable, CustomTestStringConvertible {
    case asStarted
    /// An uid that nobody has; only root can become it.
    case ordinary
    /// As started, without namespaces for every run: level 2.
    case sharingNamespaces
    /// Both.
    case ordinarySharing

    var testDescription: String { rawValue }

    static var all: [UsersUnderTest] {
        let ofRoot: [UsersUnderTest] = [.ordinary, .ordinarySharing]
        return [.asStarted, .sharingNamespaces] + (geteuid() == 0 ? ofRoot : [])
    }

    var level: Int { self == .sharingNamespaces || self == .ordinarySharing ? 2 : 3 }

    var sandbox: PythonSandbox {
        get throws {
            switch self {
            case .asStarted: try Self.asStartedSandbox.get()
            case .ordinary: try Self.ordinarySandbox.get()
            case .sharingNamespaces: try Self.sharingSandbox.get()
            case .ordinarySharing: try Self.ordinarySharingSandbox.get()
            }
        }
    }

    private static let asStartedSandbox = Result {
        PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1)
    }

    private static let sharingSandbox = Result {
        PythonSandbox(folder: try RuntimeUnderTest.folder(), workers: 1, level: .namespacesPerWorker)
    }

    private static let ordinarySandbox = Result {
        PythonSandbox(folder: try ordinaryFolder(), workers: 1)
    }

    private static let ordinarySharingSandbox = Result {
        PythonSandbox(folder: try ordinaryFolder(), workers: 1, level: .namespacesPerWorker)
    }

    private static func ordinaryFolder() throws -> RuntimeFolder {
        var folder = try RuntimeUnderTest.folder()
        folder.launchPrefix = ["/usr/bin/setpriv", "--reuid=61234", "--regid=61234", "--clear-groups"]
        return folder
    }
}
