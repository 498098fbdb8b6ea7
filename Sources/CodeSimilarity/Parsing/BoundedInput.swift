internal import CTreeSitter

/// Hands a text to tree-sitter piece by piece and ends it early when the grammar goes over the same pieces again and
/// again.
///
/// The grammar's scanner looks ahead over comments and continued lines, from each of them anew: many thousands in a row
/// take quadratic time. Nobody writes that many; a text that has them is read up to there. The bound counts pieces, not
/// time, so that the same text always gives the same tree.
struct BoundedInput {
    private static let pieceLength = 8192
    private static let freeReads = 1024
    private static let readsPerPiece = 8

    private let text: UnsafeBufferPointer<UInt8>
    private var remainingReads: Int

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        remainingReads = Self.freeReads + Self.readsPerPiece * (text.count / Self.pieceLength)
    }

    mutating func read(at offset: Int) -> UnsafeBufferPointer<UInt8> {
        guard offset < text.count, remainingReads > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
        remainingReads -= 1
        return UnsafeBufferPointer(rebasing: text[offset..<min(text.count, offset + Self.pieceLength)])
    }

    static func parse(_ text: UnsafeBufferPointer<UInt8>, with parser: OpaquePointer) -> OpaquePointer? {
        var input = BoundedInput(text)
        return withUnsafeMutablePointer(to: &input) { input in
            ts_parser_parse(
                parser, nil,
                TSInput(
                    payload: input,
                    read: { payload, offset, _, count in
                        let piece = payload?.assumingMemoryBound(to: BoundedInput.self).pointee.read(at: Int(offset))
                        count?.pointee = UInt32(piece?.count ?? 0)
                        guard let base = piece?.baseAddress else { return BoundedInput.nothing }
                        return UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
                    },
                    encoding: TSInputEncodingUTF8))
        }
    }

    /// tree-sitter wants a pointer even to no bytes.
    nonisolated(unsafe) private static let nothing: UnsafePointer<CChar> = {
        let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        pointer.initialize(to: 0)
        return UnsafePointer(pointer)
    }()
}
