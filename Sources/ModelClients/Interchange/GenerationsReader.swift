internal import EvaluationCore
internal import Foundation

/// Reads bigcode's `generations.json`, a list of lists of strings by the position of the problem, with memory for one string.
struct GenerationsReader {
    private let source: ByteSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var depth = 0
    /// Of the list read last, from 0.
    private(set) var problem = -1
    /// In the list read last, from 0.
    private(set) var answer = -1

    /// - Throws: `UserError` when the file cannot be read.
    init(path: String) throws { source = try ByteSource(path: path) }

    /// Of the string read last: `generations.json[3][0]`.
    var place: String { "\(source.path)[\(max(problem, 0))][\(max(answer, 0))]" }

    /// The next string; nil at the end of the outer list.
    ///
    /// - Throws: `UserError` when the file is torn or has another form.
    mutating func next() throws -> String? {
        while let byte = try peek() {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: ","),
                0xEF, 0xBB, 0xBF:
                position += 1
            case UInt8(ascii: "["):
                guard depth < 2 else { throw wrong("has a list inside an answer list") }
                position += 1
                depth += 1
                if depth == 2 {
                    problem += 1
                    answer = -1
                }
            case UInt8(ascii: "]"):
                position += 1
                depth -= 1
                if depth == 0 { return nil }
            case UInt8(ascii: "\"") where depth == 2:
                answer += 1
                return try string()
            case UInt8(ascii: "n") where depth == 2:
                // `null`: an answer that was never made.
                answer += 1
                while let next = try peek(), next >= UInt8(ascii: "a"), next <= UInt8(ascii: "z") { position += 1 }
            default:
                throw wrong(depth == 2 ? "holds something that is no string" : "is no list of lists")
            }
        }
        throw wrong("ends before the list is closed")
    }

    private func wrong(_ what: String) -> UserError {
        UserError("\(place): the file \(what)", remedy: #"write [["answer", …], …], one list for each sample"#)
    }

    private mutating func string() throws -> String {
        var end = position + 1
        while true {
            guard try has(end) else { throw wrong("ends inside a string") }
            if buffer[end] == UInt8(ascii: "\"") { break }
            end += buffer[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        let literal = Data(buffer[position...end])
        position = end + 1
        guard let text = try? JSONDecoder().decode(String.self, from: literal) else {
            throw wrong("holds a broken string")
        }
        return text
    }

    private mutating func peek() throws -> UInt8? { try has(position) ? buffer[position] : nil }

    /// Whether there is a byte at `index` of the buffer, after reading on where needed.
    private mutating func has(_ index: Int) throws -> Bool {
        while index >= buffer.count {
            let chunk = try source.next()
            if chunk.isEmpty { return false }
            buffer += chunk
        }
        // What lies behind is given back now and then, at a moment when nobody holds an index.
        if index == position, position > 1 << 18 {
            buffer.removeFirst(position)
            position = 0
            return !buffer.isEmpty
        }
        return true
    }
}
