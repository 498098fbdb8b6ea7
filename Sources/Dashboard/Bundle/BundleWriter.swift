import Dispatch
import EvaluationCore
public import Foundation
import Synchronization

/// Writes the same pages as files, for any web host, an attachment or `file://`.
public struct BundleWriter: Sendable {
    private let site: Site
    private let assets: Assets

    public init(site: Site, assets: Assets) {
        self.site = site
        self.assets = assets
    }

    /// By it a folder is known as a bundle, which may be written again.
    private static let mark = "secucogen-bundle.txt"

    /// - Returns: the number of pages.
    /// - Throws: `UserError` when the folder holds something else, or cannot be written.
    @discardableResult
    public func write(to folder: URL) throws -> Int {
        // One for all pages: they have to fit together, and a run may grow meanwhile.
        let snapshot = try site.snapshot()
        let paths = paths(snapshot)
        try prepare(folder)
        let failure = Mutex<(any Error)?>(nil)
        // Pages are independent of each other, and most of the time goes into putting them together.
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            guard failure.withLock({ $0 == nil }) else { return }
            do {
                let request = Site.Request(
                    path: paths[index], query: [:], isStatic: true, snapshot: snapshot, site: site)
                if let page = try site.page(request) { try save(page, folder, paths[index]) }
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        try save(assets.style, folder, "style.css")
        try save(assets.script, folder, "script.js")
        return paths.count
    }

    private func paths(_ snapshot: Snapshot) -> [String] {
        let rows = snapshot.rows.joined()
        return Section.allCases.map(\.path)
            + rows.map { Links.attempt($0.run, $0.key) }
            + Set(rows.map(\.key.sample)).sorted().map(Links.sample)
            + CompareIndexPage.pairs(snapshot.study).map(Links.comparison)
    }

    private func prepare(_ folder: URL) throws {
        let files = FileManager.default
        let content = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
        guard content.isEmpty || content.contains(Self.mark) else {
            throw UserError(
                "\(folder.path): holds something else than a bundle",
                remedy: "give --bundle a folder that is empty or new")
        }
        do {
            // Pages of a run that was longer must not stay.
            for old in content { try files.removeItem(at: folder.appending(path: old)) }
            for part in ["attempt", "sample", "compare"] {
                try files.createDirectory(at: folder.appending(path: part), withIntermediateDirectories: true)
            }
        } catch {
            throw UserError("\(folder.path): cannot be written (\(error.localizedDescription))")
        }
        try save("Pages made by `secucogen view --bundle`. Open index.html.\n", folder, Self.mark)
    }

    /// Without Foundation's `write(to:)`, which waits until each of thousands of files has reached the disk.
    private func save(_ text: String, _ folder: URL, _ path: String) throws {
        let name = "\(folder.path)/\(path)"
        var text = text
        let isWritten = text.withUTF8 { bytes in
            guard let file = fopen(name, "w") else { return false }
            let written = fwrite(bytes.baseAddress, 1, bytes.count, file)
            return fclose(file) == 0 && written == bytes.count
        }
        guard isWritten else { throw UserError("\(name): cannot be written (\(String(cString: strerror(errno))))") }
    }
}
