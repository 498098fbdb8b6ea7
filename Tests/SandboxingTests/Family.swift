internal import Foundation
internal import Glibc
internal import Sandboxing

/// The workers of one sandbox, told from those of other tests by a variable in their launchers' environment.
struct Family {
    struct Member: Hashable {
        var pid: pid_t
        var command: String
    }

    let tag = UUID().uuidString

    func folder() throws -> RuntimeFolder {
        var folder = try RuntimeUnderTest.folder()
        folder.launchPrefix = ["/usr/bin/env", "SECUCOGEN_TEST_WORKER=\(tag)"]
        return folder
    }

    /// Launchers and all below them that live, in no order.
    var members: [Member] {
        var children: [pid_t: [Member]] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
            guard let pid = pid_t(name), let stat = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8),
                let end = stat.lastIndex(of: ")")
            else { continue }
            let fields = stat[stat.index(end, offsetBy: 2)...].split(separator: " ")
            guard fields.count > 1, fields[0] != "Z", let parent = pid_t(fields[1]) else { continue }
            children[parent, default: []].append(Member(pid: pid, command: Self.text(pid, "cmdline")))
        }
        var found = (children[getpid()] ?? []).filter { Self.text($0.pid, "environ").contains(tag) }
        var next = 0
        while next < found.count {
            found += children[found[next].pid] ?? []
            next += 1
        }
        return found
    }

    /// A member by a part of its command line (bubblewrap's own contains that of its program, too).
    func member(_ text: String) -> pid_t? {
        members.first { $0.command.contains(text) && !$0.command.contains("bwrap") }?.pid
    }

    /// Waits until none of them lives.
    static func haveEnded(_ members: Set<Member>) async -> Bool {
        for _ in 0..<200 {
            if members.allSatisfy({ text($0.pid, "cmdline") != $0.command }) { return true }
            try? await Task.sleep(for: .milliseconds(25))
        }
        return false
    }

    private static func text(_ pid: pid_t, _ name: String) -> String {
        let bytes = FileManager.default.contents(atPath: "/proc/\(pid)/\(name)") ?? Data()
        return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}
