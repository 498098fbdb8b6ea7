import Foundation
import Reports

/// Writing for people: results to standard output, everything else to standard error.
enum Terminal {
    static let errorsAreShown = isatty(STDERR_FILENO) == 1
    static let resultsAreShown = isatty(STDOUT_FILENO) == 1

    static let palette = Palette(isTerminal: resultsAreShown, environment: ProcessInfo.processInfo.environment)

    /// Columns of the terminal that results go to. When there is none, what COLUMNS says (POSIX, "Environment Variables"), or
    /// 140, which shows every interval.
    static var width: Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 140
        return (1...10_000).contains(columns) ? columns : 140
    }

    /// Nobody has to read to the end: a closed output is no error. A full disk is.
    static func result(_ text: String) {
        switch write(text + "\n", to: STDOUT_FILENO) {
        case 0, EPIPE, EBADF: return
        case let error:
            note(
                "secucogen: the results cannot be written (\(String(cString: strerror(error)))); make room, or write elsewhere"
            )
            exit(2)
        }
    }

    /// To whom it may concern: if nobody can read it, nothing is lost.
    static func note(_ text: String) {
        progress(text + "\n")
    }

    static func progress(_ text: String) {
        _ = write(text, to: STDERR_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) -> Int32 {
        write(Data(text.utf8), to: descriptor)
    }

    /// - Returns: 0, or the error that stopped it.
    static func write(_ bytes: Data, to descriptor: Int32) -> Int32 {
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let written = bytes[position...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                position += written
            } else if errno == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, 1000)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    /// Text of a model, a file name or a server must not move the cursor, recolour or retitle the terminal.
    static func harmless(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
                    let isDirection =
                        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                    return isControl || isDirection ? "\u{FFFD}" : scalar
                }))
    }
}
