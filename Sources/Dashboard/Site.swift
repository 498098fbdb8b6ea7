import EvaluationCore
import Foundation
import Reports
import Synchronization

/// The pages, whoever asks for them: the server, or the writer of a bundle.
///
/// A page is a pure function of its path, its query and the runs' state. No path reaches the file system.
public final class Site: Sendable {
    let library: Library
    let templates: Templates
    let sources: [any RunSource]
    private let kept = Mutex<Snapshot?>(nil)

    public init(runs: [any RunSource], library: Library, templates: Templates) {
        self.sources = runs
        self.library = library
        self.templates = templates
    }

    /// Everything a page is made from.
    struct Request: Sendable {
        var path: String
        var query: [String: String]
        /// Whether the page is written to a file, where no server can narrow a list.
        var isStatic: Bool
        var snapshot: Snapshot
        var site: Site

        var study: Study { snapshot.study }
        var library: Library { site.library }
        var links: Links { Links(root: path.contains("/") ? "../" : "") }
        var filter: AttemptFilter { AttemptFilter(query) }
        var code: CodeMarkup { CodeMarkup(highlighter: site.library.highlighter) }
    }

    /// - Parameter path: `index.html`, `attempt/0-generate-CWE-89_01-task-1.html`, ….
    /// - Returns: a whole HTML page; nil when there is no such page.
    /// - Throws: `UserError` when a run cannot be read any more.
    package func page(_ path: String, query: [String: String] = [:], isStatic: Bool = false) throws -> String? {
        try page(Request(path: path, query: query, isStatic: isStatic, snapshot: try snapshot(), site: self))
    }

    func page(_ request: Request) throws -> String? {
        for page in builtInPages {
            if let content = try page.content(request) { return render(content, request) }
        }
        return nil
    }

    /// Reads the runs, so that the first page is there at once.
    public func prepare() throws { _ = try page("index.html") }

    /// Changes when any run does.
    func version() throws -> [Int] { try sources.map { try $0.version() } }

    /// The runs as they are now; read again only after a change.
    func snapshot() throws -> Snapshot {
        let version = try version()
        if let snapshot = kept.withLock({ $0 }), snapshot.version == version { return snapshot }
        let snapshot = try Snapshot(sources, library, version: version)
        kept.withLock { $0 = snapshot }
        return snapshot
    }

    private func render(_ content: PageContent, _ request: Request) -> String {
        var values = content.values
        let root = request.links.root
        values["root"] = root
        values["pageTitle"] = content.title
        values["isStatic"] = request.isStatic
        values["version"] = request.snapshot.version.map(String.init).joined(separator: ".")
        values["sections"] = Section.allCases.map { section -> [String: Any] in
            ["title": section.title, "address": root + section.path, "isCurrent": section == content.section]
        }
        return templates.render(content.template, values)
    }
}

/// What the navigation names.
enum Section: CaseIterable {
    case overview, attempts, samples, compare

    var title: String {
        switch self {
        case .overview: "Overview"
        case .attempts: "Attempts"
        case .samples: "Samples"
        case .compare: "Compare"
        }
    }

    var path: String {
        switch self {
        case .overview: "index.html"
        case .attempts: "attempts.html"
        case .samples: "samples.html"
        case .compare: "compare.html"
        }
    }
}

/// What a page shows.
struct PageContent {
    var title: String
    var section: Section
    /// Name of its template.
    var template: String
    var values: [String: Any]
}

/// A kind of page: one file here, one template, one test.
protocol Page: Sendable {
    /// - Returns: nil when the path is another page's.
    func content(_ request: Site.Request) throws -> PageContent?
}

let builtInPages: [any Page] = [
    OverviewPage(), AttemptsPage(), AttemptPage(), SamplesPage(), SamplePage(), CompareIndexPage(), ComparePage(),
]
