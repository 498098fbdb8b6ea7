internal import EvaluationCore
internal import Foundation

/// Reads a text file line by line with memory for one line; `.gz` files are unpacked on the way by the `gzip` tool.
struct LineReader: ~Copyable {
    private let handle: FileHandle
    private let unpacking: Process?
    private let path: String
    private var buffer = Data()
    private var isAtEnd = false
    private(set) var number = 0

    /// - Throws: `UserError` when the file cannot be read.
    init(path: String) throws {
        self.path = path
        guard FileManager.default.isReadableFile(atPath: path), let file = FileHandle(forReadingAtPath: path) else {
            throw UserError("'\(path)' cannot be read", remedy: "check the path")
        }
        guard path.hasSuffix(".gz") else {
            (handle, unpacking) = (file, nil)
            return
        }
        let gzip = Process()
        let pipe = Pipe()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", "--decompress", "--stdout"]
        gzip.standardInput = file
        gzip.standardOutput = pipe
        gzip.standardError = FileHandle.nullDevice
        try gzip.run()
        (handle, unpacking) = (pipe.fileHandleForReading, gzip)
    }

    /// The next line that is not blank, without its end.
    ///
    /// - Throws: `UserError` when a packed file is torn.
    mutating func next() throws -> Data? {
        while let line = try nextOfAnyKind() {
            number += 1
            if line.contains(where: { $0 > 0x20 }) { return line }
        }
        return nil
    }

    /// `file.jsonl:12`
    var place: String { "\(path):\(number)" }

    private mutating func nextOfAnyKind() throws -> Data? {
        var searched = buffer.startIndex
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[..<end]
                buffer = buffer[buffer.index(after: end)...]
                return line
            }
            guard !isAtEnd else {
                defer { buffer = Data() }
                return buffer.isEmpty ? nil : buffer
            }
            searched = buffer.endIndex
            let offset = buffer.count
            let chunk = try handle.read(upToCount: 1 << 18) ?? Data()
            if chunk.isEmpty {
                isAtEnd = true
                try checkUnpacking()
            }
            // Joined afresh, so that the part already read is given back.
            buffer = Data(buffer) + chunk
            searched = buffer.startIndex + offset
        }
    }

    private func checkUnpacking() throws {
        guard let unpacking else { return }
        unpacking.waitUntilExit()
        guard unpacking.terminationStatus == 0 else {
            throw UserError("'\(path)' is no whole gzip file", remedy: "fetch or pack it again")
        }
    }
}
