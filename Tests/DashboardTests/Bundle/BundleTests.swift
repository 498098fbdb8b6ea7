import Dashboard
import EvaluationCore
import Foundation
import TestSupport
import Testing

@Suite struct BundleTests {
    private func write(_ folder: URL, tasks: [PromptTask] = [.generate, .repair]) throws -> Int {
        let site = try TestSite.make([
            FakeRun(label: "a", samples: TestSite.ids, tasks: tasks),
            FakeRun(label: "b", samples: TestSite.ids, tasks: tasks),
        ])
        return try BundleWriter(site: site, assets: try TestSite.assets()).write(to: folder)
    }

    @Test func `every link of a bundle leads to a file of it`() async throws {
        try await withTemporaryFolder { folder in
            _ = try write(folder)
            let pages = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
                .filter { $0.hasSuffix(".html") }
            #expect(pages.count > 30)
            for page in pages {
                let url = folder.appending(path: page)
                let text = try String(contentsOf: url, encoding: .utf8)
                for match in text.matches(of: /(?:href|src)="([^"#?]+)/) where !match.1.hasPrefix("data:") {
                    let target = url.deletingLastPathComponent().appending(path: String(match.1)).standardizedFileURL
                    #expect(FileManager.default.fileExists(atPath: target.path), "\(match.1) on \(page)")
                }
            }
        }
    }

    @Test func `a bundle is written over an older one, of which nothing stays`() async throws {
        try await withTemporaryFolder { folder in
            _ = try write(folder)
            _ = try write(folder, tasks: [.generate])
            #expect(
                !FileManager.default.fileExists(
                    atPath: folder.appending(path: "attempt/0-repair-CWE-89_01-task-1.html").path))
        }
    }

    @Test func `a folder that holds something else is left alone`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "thesis.txt")
            try "years of work".write(to: file, atomically: true, encoding: .utf8)
            #expect(throws: UserError.self) { try write(folder) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["thesis.txt"])
        }
    }
}
