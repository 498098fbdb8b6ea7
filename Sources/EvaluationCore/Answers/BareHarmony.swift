/// Reads a harmony answer whose tokens were dropped when it was decoded: `analysisLet me see.assistantfinalimport os`.
enum BareHarmony {
    private static let turn = Array("assistantfinal".utf8)
    private static let analysis = Array("analysis".utf8)
    private static let final = Array("final".utf8)

    /// - Returns: nil where the text has no such names of channels.
    static func answer(
        in bytes: [UInt8], _ quoted: () -> QuotedRanges
    ) -> (answer: [UInt8], removed: [RemovedText])? {
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
        let begins = bytes[start...]
        let isAnalysis = begins.starts(with: analysis)
        if isAnalysis || begins.starts(with: turn) {
            if let place = lastTurn(in: bytes, quoted()) {
                let thought = String(decoding: bytes[..<place], as: UTF8.self)
                let removed = place > start ? [RemovedText(thought, .thinking)] : []
                return (Array(bytes[(place + turn.count)...]), removed)
            }
            // The thought was glued to the channel's name, and no answer ever came.
            let next = start + analysis.count
            if isAnalysis, next < bytes.count, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[next]) {
                return ([], [RemovedText(String(decoding: bytes, as: UTF8.self), .thinking)])
            }
            return nil
        }
        guard begins.starts(with: final), opensAnswer(bytes, at: start + final.count) else { return nil }
        return (Array(bytes[(start + final.count)...]), [])
    }

    private static func lastTurn(in bytes: [UInt8], _ quoted: QuotedRanges) -> Int? {
        var last: Int?
        var index = 0
        while let place = bytes[index...].firstRange(of: turn)?.lowerBound {
            if quoted.kind(at: place) != .string { last = place }
            index = place + turn.count
        }
        return last
    }

    /// Whether an answer begins at once: a fence, a line break, or a statement that begins with a keyword.
    private static func opensAnswer(_ bytes: [UInt8], at index: Int) -> Bool {
        let rest = bytes[index...]
        let openings = ["\n", "```", "import ", "from ", "def ", "class ", "async def ", "@", "#", "\"\"\""]
        return openings.contains { rest.starts(with: $0.utf8) }
    }
}
