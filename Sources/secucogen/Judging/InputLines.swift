import Dispatch
import EvaluationCore
import Foundation

/// Lines of a file or of standard input, as they come: a line is there as soon as its end has been written.
final class InputLines: Sendable {
    enum Line: Sendable {
        /// Without its end; never blank.
        case whole(Data, number: Int)
        /// Longer than `longest`; what it held was dropped.
        case tooLong(number: Int)

        var number: Int {
            switch self {
            case .whole(_, let number), .tooLong(let number): number
            }
        }
    }

    /// Bytes.
    static let longest = 1 << 24

    private let reader: Reader
    /// Reading blocks, and must not take a thread from those who judge.
    private let queue = DispatchQueue(label: "secucogen.input")

    /// - Parameter path: `-` is standard input.
    /// - Throws: `UserError` when the file cannot be read.
    init(path: String) throws {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw UserError("'\(path)' cannot be read (\(String(cString: strerror(errno))))", remedy: "check the path")
        }
        reader = Reader(descriptor: descriptor, path: path)
    }

    /// - Throws: `UserError` when reading fails.
    /// - Returns: nil at the end.
    func next() async throws -> Line? {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try self.reader.next() }) }
        }
    }
}

/// Used on one queue alone.
private final class Reader: @unchecked Sendable {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    /// Where the first line that was not given out begins, and how far ends of lines were looked for.
    private var start = 0
    private var searched = 0
    private var isAtEnd = false
    private var isSkipping = false
    private var number = 0

    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    func next() throws -> InputLines.Line? {
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { (start, searched) = (end + 1, end + 1) }
                if let line = line(endingAt: end) { return line }
            } else if isAtEnd {
                defer { (buffer, start, searched) = ([], 0, 0) }
                return start < buffer.count || isSkipping ? line(endingAt: buffer.count) : nil
            } else {
                try fill()
            }
        }
    }

    /// - Returns: nil for a blank line.
    private func line(endingAt end: Int) -> InputLines.Line? {
        number += 1
        defer { isSkipping = false }
        guard !isSkipping else { return .tooLong(number: number) }
        let bytes = buffer[start..<end]
        return bytes.contains { $0 > 0x20 } ? .whole(Data(bytes), number: number) : nil
    }

    private func fill() throws {
        buffer.removeFirst(start)
        start = 0
        if buffer.count > InputLines.longest {
            buffer = []
            isSkipping = true
        }
        searched = buffer.count
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw UserError("'\(path)' cannot be read further (\(String(cString: strerror(errno))))")
            }
            isAtEnd = count == 0
            buffer += chunk[..<count]
            return
        }
    }
}
