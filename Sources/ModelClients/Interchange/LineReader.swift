internal import Foundation

/// Reads a text file line by line, with memory for one line.
struct LineReader {
    private let source: ByteSource
    private var buffer = Data()
    private var isAtEnd = false
    private var number = 0

    /// - Throws: `UserError` when the file cannot be read.
    init(path: String) throws { source = try ByteSource(path: path) }

    /// Of the line read last: `file.jsonl:12`.
    var place: String { "\(source.path):\(number)" }

    /// The next line that is not blank, without its end.
    ///
    /// - Throws: `UserError` when a packed file is torn.
    mutating func next() throws -> Data? {
        while let line = try nextOfAnyKind() {
            number += 1
            if number == 1, line.starts(with: ByteSource.mark) { return line.dropFirst(3) }
            if line.contains(where: { $0 > 0x20 }) { return line }
        }
        return nil
    }

    private mutating func nextOfAnyKind() throws -> Data? {
        var searched = 0
        while true {
            if let end = buffer.dropFirst(searched).firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[..<end]
                buffer = buffer[buffer.index(after: end)...]
                return line
            }
            guard !isAtEnd else {
                defer { buffer = Data() }
                return buffer.isEmpty ? nil : buffer
            }
            searched = buffer.count
            let chunk = try source.next()
            isAtEnd = chunk.isEmpty
            // Copied, so that the memory of lines already read is given back.
            buffer = Data(buffer) + chunk
        }
    }
}
