/// Numbers distinct byte strings from 0 in the order of their first appearance.
///
/// Equality is by content; the hash only finds the place.
struct ByteTable: Sendable {
    private struct Entry: Sendable {
        var hash: UInt64
        var start: Int
        var count: Int
    }

    private var slots: ContiguousArray<Int32>
    private var entries: ContiguousArray<Entry> = []
    private var bytes: ContiguousArray<UInt8> = []

    init(capacity: Int = 64) {
        slots = ContiguousArray(repeating: -1, count: Self.size(for: capacity))
        entries.reserveCapacity(capacity)
        bytes.reserveCapacity(capacity * 8)
    }

    var count: Int { entries.count }

    func find(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        slots[slot(of: text, hash: Self.hash(text))]
    }

    mutating func id(for text: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = Self.hash(text)
        let slot = slot(of: text, hash: hash)
        if slots[slot] >= 0 { return slots[slot] }
        let id = Int32(entries.count)
        slots[slot] = id
        entries.append(Entry(hash: hash, start: bytes.count, count: text.count))
        bytes.append(contentsOf: text)
        if entries.count * 2 > slots.count { grow() }
        return id
    }

    /// Whether the string numbered `left` sorts before the one numbered `right`, by code point.
    func precedes(_ left: Int32, _ right: Int32) -> Bool {
        let left = entries[Int(left)]
        let right = entries[Int(right)]
        return bytes[left.start..<left.start + left.count]
            .lexicographicallyPrecedes(bytes[right.start..<right.start + right.count])
    }

    func string(_ id: Int32) -> String {
        let entry = entries[Int(id)]
        return String(decoding: bytes[entry.start..<entry.start + entry.count], as: UTF8.self)
    }

    private static func size(for capacity: Int) -> Int {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        return size
    }

    @inline(__always)
    private func slot(of text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while true {
            let id = slots[slot]
            if id < 0 { return slot }
            let entry = entries[Int(id)]
            if entry.hash == hash, entry.count == text.count, isEqual(entry, text) { return slot }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    private func isEqual(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<text.count where bytes[entry.start + index] != text[index] { return false }
            return true
        }
    }

    @inline(__always)
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash &* 0x9E37_79B9_7F4A_7C15
    }

    private mutating func grow() {
        slots = ContiguousArray(repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for (id, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash >> 20) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(id)
        }
    }
}
