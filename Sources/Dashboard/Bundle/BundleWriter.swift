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
        let paths = try paths()
        try prepare(folder)
        let failure = Mutex<(any Error)?>(nil)
        // Pages are independent of each other, and most of the time goes into putting them together.
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            guard failure.withLock({ $0 == nil }) else { return }
            do {
                guard let page = try site.page(paths[index], isStatic: true) else { return }
                try save(page, folder, paths[index])
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        try save(assets.style, folder, "style.css")
        try save(assets.script, folder, "script.js")
        return paths.count
    }

    private func paths() throws -> [String] {
        let snapshot = try site.snapshot()
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

    private func save(_ text: String, _ folder: URL, _ path: String) throws {
        do {
            try Data(text.utf8).write(to: folder.appending(path: path))
        } catch {
            throw UserError("\(folder.path)/\(path): cannot be written (\(error.localizedDescription))")
        }
    }
}
