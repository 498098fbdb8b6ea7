import EvaluationCore
import Foundation

/// Writes lines, each at once: whoever reads may wait for it before sending the next.
struct ReplyWriter {
    private let descriptor: Int32
    private let path: String

    /// - Parameter path: a file that does not exist yet; nil for standard output.
    /// - Throws: `UserError` when it cannot be made.
    init(path: String?) throws {
        self.path = path ?? "standard output"
        guard let path else {
            descriptor = STDOUT_FILENO
            return
        }
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw UserError(
                "\(path): cannot be made (\(String(cString: strerror(errno))))", remedy: "give another --output")
        }
    }

    /// - Returns: false when nobody reads any more.
    /// - Throws: `UserError` when the line cannot be written, as to a full disk.
    func write(_ reply: JudgeReply) throws -> Bool {
        switch Terminal.write(try reply.line(), to: descriptor) {
        case 0: return true
        case EPIPE: return false
        case let error:
            throw UserError("\(path): cannot be written (\(String(cString: strerror(error))))", remedy: "make room")
        }
    }
}
