/// Numbers distinct sequences: a sequence is the number of its beginning and one more element.
///
/// Two sequences get the same number exactly when they are equal, so that n-grams, trees and data-flow edges can be
/// compared by number. Numbers below `firstID` are the caller's own starting points.
struct ChainTable: Sendable {
    private var keys: ContiguousArray<UInt64>
    private var ids: ContiguousArray<Int32>
    private var next: Int32

    /// More sequences than a text of the greatest accepted length can hold.
    static let maximumID: Int32 = 1 << 27

    init(firstID: Int32, capacity: Int = 64) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        keys = ContiguousArray(repeating: 0, count: size)
        ids = ContiguousArray(repeating: -1, count: size)
        self.firstID = firstID
        next = firstID
    }

    let firstID: Int32
    var endID: Int { Int(next) }

    /// The key of a sequence; `label` tells apart elements of the same number.
    @inline(__always)
    static func key(_ beginning: Int32, _ element: Int32, label: UInt8 = 0) -> UInt64 {
        UInt64(UInt32(bitPattern: beginning)) << 36 | UInt64(UInt32(bitPattern: element)) << 8 | UInt64(label)
    }

    @inline(__always)
    func find(_ key: UInt64) -> Int32 {
        ids[slot(of: key)]
    }

    @inline(__always)
    mutating func id(for key: UInt64) -> Int32 {
        let slot = slot(of: key)
        if ids[slot] >= 0 { return ids[slot] }
        let id = next
        next += 1
        keys[slot] = key
        ids[slot] = id
        if Int(next - firstID) * 2 > keys.count { grow() }
        return id
    }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Self.place(key) & mask
        while ids[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    @inline(__always)
    private static func place(_ key: UInt64) -> Int {
        let mixed = (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32)
    }

    private mutating func grow() {
        let oldKeys = keys
        let oldIDs = ids
        keys = ContiguousArray(repeating: 0, count: oldKeys.count * 2)
        ids = ContiguousArray(repeating: -1, count: oldIDs.count * 2)
        for index in oldKeys.indices where oldIDs[index] >= 0 {
            let slot = slot(of: oldKeys[index])
            keys[slot] = oldKeys[index]
            ids[slot] = oldIDs[index]
        }
    }
}
