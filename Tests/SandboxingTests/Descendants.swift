internal import Foundation
internal import Glibc

/// Processes below the one that runs the tests, as /proc tells.
enum Descendants {
    struct Entry: Hashable {
        var pid: pid_t
        var command: String
    }

    /// All that are not zombies, nearest first.
    static func all(below root: pid_t = getpid()) -> [Entry] {
        var children: [pid_t: [Entry]] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
            guard let pid = pid_t(name), let stat = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8),
                let end = stat.lastIndex(of: ")")
            else { continue }
            let fields = stat[stat.index(end, offsetBy: 2)...].split(separator: " ")
            guard fields.count > 1, fields[0] != "Z", let parent = pid_t(fields[1]) else { continue }
            let bytes = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") ?? Data()
            let command = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
            children[parent, default: []].append(Entry(pid: pid, command: command))
        }
        var found: [Entry] = []
        var waiting = [root]
        while let next = waiting.popLast() {
            found += children[next] ?? []
            waiting += (children[next] ?? []).map(\.pid)
        }
        return found
    }

    /// The innermost process whose command line contains the text (bubblewrap's own contains its program's, too).
    static func last(_ text: String) -> pid_t? {
        all().filter { $0.command.contains(text) && !$0.command.contains("bwrap") }.map(\.pid).max()
    }
}
