internal import EvaluationCore
internal import Foundation

/// The facts about a model that its GGUF file begins with (format: github.com/ggml-org/ggml/blob/master/docs/gguf.md).
struct GGUFHeader: Sendable {
    private(set) var numbers: [String: Int] = [:]
    private(set) var texts: [String: String] = [:]

    /// - Throws: `UserError` when the file cannot be read or is not GGUF.
    init(path: String) throws {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
            throw UserError("the model file '\(path)' cannot be read", remedy: "check the path")
        }
        var reader = Reader(data: data)
        guard data.starts(with: Array("GGUF".utf8)) else {
            throw UserError(
                "'\(path)' is no GGUF file", remedy: "convert the model with llama.cpp's convert_hf_to_gguf.py")
        }
        do {
            reader.position = 4
            guard try reader.integer(UInt32.self) >= 2 else { throw Reader.Torn() }
            _ = try reader.integer(UInt64.self)
            for _ in 0..<(try reader.integer(UInt64.self)) {
                let key = try reader.string()
                switch try reader.value() {
                case .number(let number): numbers[key] = number
                case .text(let text): texts[key] = text
                case .other: break
                }
            }
        } catch {
            throw UserError("the GGUF file '\(path)' is torn or of an old version", remedy: "fetch or convert it again")
        }
    }

    private var architecture: String { texts["general.architecture"] ?? "" }
    /// Tokens that the model was trained to read at once.
    var trainedContext: Int? { numbers["\(architecture).context_length"] }
    /// Whether the model was tuned to chat.
    var hasChatTemplate: Bool { texts["tokenizer.chat_template"] != nil }
    var name: String? { texts["general.name"] }

    /// Bytes of the key-value cache that one token needs, at 16 bits a number.
    var cacheBytesPerToken: Int? {
        guard let layers = numbers["\(architecture).block_count"],
            let width = numbers["\(architecture).embedding_length"],
            let heads = numbers["\(architecture).attention.head_count"], heads > 0
        else { return nil }
        let keyHeads = numbers["\(architecture).attention.head_count_kv"] ?? heads
        return layers * (width / heads) * keyHeads * 2 * 2
    }
}

extension GGUFHeader {
    private enum Value {
        case number(Int)
        case text(String)
        case other
    }

    private struct Reader {
        struct Torn: Error {}

        let data: Data
        var position = 0

        mutating func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
            let size = MemoryLayout<Number>.size
            guard position + size <= data.count else { throw Torn() }
            let number = data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: Number.self) }
            position += size
            return Number(littleEndian: number)
        }

        mutating func string() throws -> String {
            let length = try integer(UInt64.self)
            guard length <= UInt64(data.count - position) else { throw Torn() }
            defer { position += Int(length) }
            return String(decoding: data[position..<position + Int(length)], as: UTF8.self)
        }

        mutating func value() throws -> Value { try value(ofType: try integer(UInt32.self)) }

        private mutating func value(ofType type: UInt32) throws -> Value {
            switch type {
            case 0: .number(Int(try integer(UInt8.self)))
            case 1: .number(Int(try integer(Int8.self)))
            case 2: .number(Int(try integer(UInt16.self)))
            case 3: .number(Int(try integer(Int16.self)))
            case 4: .number(Int(try integer(UInt32.self)))
            case 5: .number(Int(try integer(Int32.self)))
            case 6: try skip(4)
            case 7: .number(Int(try integer(UInt8.self)))
            case 8: .text(try string())
            case 9: try skipArray()
            case 10: .number(Int(clamping: try integer(UInt64.self)))
            case 11: .number(Int(clamping: try integer(Int64.self)))
            case 12: try skip(8)
            default: throw Torn()
            }
        }

        private mutating func skip(_ count: Int) throws -> Value {
            guard count >= 0, position + count <= data.count else { throw Torn() }
            position += count
            return .other
        }

        private mutating func skipArray() throws -> Value {
            let element = try integer(UInt32.self)
            let count = try integer(UInt64.self)
            for _ in 0..<count { _ = try value(ofType: element) }
            return .other
        }
    }
}
