/// Cuts a thought that a command-line tool has printed between lines of its own: `Thinking...` and `...done thinking.`
enum PrintedThinking {
    private static let opening = Array("Thinking...\n".utf8)
    private static let closing = Array("\n...done thinking.".utf8)

    /// - Returns: nil where the text has no such lines.
    static func answer(
        in bytes: [UInt8], _ quoted: () -> QuotedRanges
    ) -> (answer: [UInt8], removed: [RemovedText])? {
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
        guard bytes[start...].starts(with: opening), let end = bytes[start...].firstRange(of: closing) else {
            return nil
        }
        let thought = String(decoding: bytes[..<end.upperBound], as: UTF8.self)
        return (Array(bytes[end.upperBound...]), [RemovedText(thought, .thinking)])
    }
}
