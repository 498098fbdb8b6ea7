import Foundation

/// Writing for people: results to standard output, everything else to standard error.
enum Terminal {
    static let errorsAreShown = isatty(STDERR_FILENO) == 1
    static let resultsAreShown = isatty(STDOUT_FILENO) == 1

    /// Columns of the terminal that results go to; 140 when there is none, which shows every interval.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 140 }
        return Int(size.ws_col)
    }

    static func result(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
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
