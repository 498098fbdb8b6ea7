/// 32 hexadecimal digits, 128 bits that nobody can guess.
public func randomToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in
        let byte = generator.next() as UInt8
        return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
}
