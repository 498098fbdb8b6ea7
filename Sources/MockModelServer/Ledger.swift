internal import Foundation
internal import Synchronization

/// What has been asked so far, for tests to look at under `/stats/<scenario>`.
final class Ledger: Sendable {
    struct Entry: Sendable {
        /// Hashes of the requests' bodies, in the order in which they came.
        var bodies: [String] = []
        var keys: Set<String> = []
        /// The first of them, as they came.
        var texts: [[UInt8]] = []
        var underWay = 0
        var mostUnderWay = 0
        /// Seconds since 1970 of the first request and the last answer.
        var begin: Double?
        var end: Double?
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// - Returns: the how-manieth request of the scenario this is, from 1.
    func began(_ scenario: String, body: UInt64, key: String?, text: [UInt8] = []) -> Int {
        entries.withLock { entries in
            var entry = entries[scenario, default: Entry()]
            entry.bodies.append(String(body, radix: 16))
            if entry.texts.count < 50 { entry.texts.append(text) }
            if let key { entry.keys.insert(key) }
            entry.underWay += 1
            entry.begin = entry.begin ?? Self.now
            entry.mostUnderWay = max(entry.mostUnderWay, entry.underWay)
            entries[scenario] = entry
            return entry.bodies.count
        }
    }

    func ended(_ scenario: String) {
        entries.withLock { entries in
            entries[scenario]?.underWay -= 1
            entries[scenario]?.end = Self.now
        }
    }

    /// A JSON list of the first requests' bodies.
    func requests(_ scenario: String) -> String {
        let texts = entries.withLock { $0[scenario]?.texts ?? [] }
        return "[" + texts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",") + "]"
    }

    private static var now: Double { Date().timeIntervalSince1970 }

    func json(_ scenario: String) -> String {
        let entry = entries.withLock { $0[scenario] ?? Entry() }
        func list(_ texts: some Sequence<String>) -> String {
            "[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        }
        return """
            {"bodies":\(list(entry.bodies)),"keys":\(list(entry.keys.sorted())),"mostUnderWay":\(entry.mostUnderWay),\
            "begin":\(entry.begin ?? 0),"end":\(entry.end ?? 0)}
            """
    }
}
