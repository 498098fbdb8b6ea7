internal import EvaluationCore
internal import Foundation

/// A file's bytes, piece by piece; `.gz` files are unpacked on the way by the `gzip` tool.
struct ByteSource {
    private let handle: FileHandle
    private let unpacking: Process?
    let path: String

    /// - Throws: `UserError` when the file cannot be read.
    init(path: String) throws {
        self.path = path
        guard let file = FileHandle(forReadingAtPath: path) else {
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

    /// The first byte of a file that is neither blank nor part of a byte-order mark; nil where there is none.
    static func firstByte(of path: String) throws -> UInt8? {
        let source = try ByteSource(path: path)
        while true {
            let chunk = try source.next()
            if chunk.isEmpty { return nil }
            if let byte = chunk.first(where: { $0 > 0x20 && !Self.mark.contains($0) }) { return byte }
        }
    }

    /// Of a byte-order mark in UTF-8.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Some bytes, empty at the end.
    ///
    /// - Throws: `UserError` when a packed file is torn.
    func next() throws -> Data {
        let chunk = try handle.read(upToCount: 1 << 18) ?? Data()
        if chunk.isEmpty, let unpacking {
            unpacking.waitUntilExit()
            guard unpacking.terminationStatus == 0 else {
                throw UserError("'\(path)' is no whole gzip file", remedy: "fetch or pack it again")
            }
        }
        return chunk
    }
}
