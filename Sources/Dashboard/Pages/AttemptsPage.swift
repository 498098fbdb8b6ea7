import EvaluationCore
import Reports

/// The list of attempts, narrowed and sorted by what stands in the address.
struct AttemptsPage: Page {
    /// A page of the server's; a bundle has one page that the script narrows.
    private static let rowsOnAPage = 200

    func content(_ request: Site.Request) throws -> PageContent? {
        guard request.path == "attempts.html" else { return nil }
        let filter = request.isStatic ? AttemptFilter() : request.filter
        let all = request.snapshot.rows
        let chosen = filter.chosen(from: all)
        let pages = request.isStatic ? 1 : max(1, (chosen.count + Self.rowsOnAPage - 1) / Self.rowsOnAPage)
        let page = min(max(1, request.query["page"].flatMap { Int($0) } ?? 1), pages)
        let start = (page - 1) * Self.rowsOnAPage
        let shown = request.isStatic ? chosen[...] : chosen[start..<min(chosen.count, start + Self.rowsOnAPage)]
        let links = request.links
        let list = AttemptList(request)
        var values = form(filter, request)
        values["rows"] = Markup(html: shown.map { list.row($0, filter) }.joined())
        values["count"] = chosen.count
        values["total"] = all.reduce(0) { $0 + $1.count }
        values["verdicts"] = VerdictBar(chosen).markup
        values["isEmpty"] = chosen.isEmpty
        values["hasPages"] = pages > 1
        values["page"] = page
        values["pages"] = pages
        if page > 1 { values["previous"] = links.attempts(filter, page: page - 1) }
        if page < pages { values["next"] = links.attempts(filter, page: page + 1) }
        values["headers"] = headers(filter, links)
        return PageContent(title: "Attempts", section: .attempts, template: "attempts", values: values)
    }

    private func form(_ filter: AttemptFilter, _ request: Site.Request) -> [String: Any] {
        let rows = request.snapshot.rows.joined()
        func options(_ values: [(String, String)], _ chosen: String) -> [[String: Any]] {
            [["value": "", "text": "all", "isChosen": chosen.isEmpty]]
                + values.map { ["value": $0.0, "text": $0.1, "isChosen": $0.0 == chosen] }
        }
        func plain(_ values: some Sequence<String>) -> [(String, String)] { values.map { ($0, $0) } }
        let tasks = Set(rows.map(\.key.task))
        let types = request.study.types.map(\.id).filter(Set(rows.map(\.key.sample.type)).contains)
        let judged = Set(rows.map(\.judged))
        let inOrder = Verdict.Kind.allCases.map(\.rawValue).filter(judged.contains)
        return [
            "runOptions": options(
                request.study.names.enumerated().map { ("\($0)", $1) }, filter.run.map(String.init) ?? ""),
            "taskOptions": options(
                plain(PromptTask.allCases.filter(tasks.contains).map(\.rawValue)), filter.task),
            "typeOptions": options(plain(types.map(\.description)), filter.type),
            "judgedOptions": options(
                plain(inOrder + judged.subtracting(inOrder).sorted()), filter.judged),
            "causeOptions": options(plain(Set(rows.map(\.cause)).subtracting([""]).sorted()), filter.cause),
            "text": filter.text, "samples": filter.samples,
            "attempts": filter.attempts.map { "\($0)" } ?? "",
            "sort": filter.query.first { $0.name == "sort" }?.value ?? "",
            "clear": request.links.attempts(),
        ]
    }

    private func headers(_ filter: AttemptFilter, _ links: Links) -> [[String: Any]] {
        let columns: [(String, AttemptFilter.Order?)] = [
            ("Run", nil), ("Sample", .sample), ("Task", nil), ("No.", nil), ("Judged", .judged), ("Cause", .cause),
            ("CodeBLEU", .codebleu), ("Evidence", nil),
        ]
        return columns.map { title, order in
            guard let order else { return ["text": title] }
            var sorted = filter
            sorted.order = order
            sorted.isDescending = filter.order == order && !filter.isDescending
            let direction = filter.order != order ? "none" : filter.isDescending ? "descending" : "ascending"
            return ["text": title, "address": links.attempts(sorted), "direction": direction, "order": order.rawValue]
        }
    }
}

/// Rows of a list of attempts.
struct AttemptList {
    private let request: Site.Request

    init(_ request: Site.Request) { self.request = request }

    /// What a script narrows a bundle's list by stands in the row's attributes.
    func row(_ row: AttemptRow, _ filter: AttemptFilter?) -> String {
        let key = row.key
        let address = request.links.attempt(row.run, key, filter)
        let subject = key.task.yieldsCode ? "" : " (\(key.subject.rawValue))"
        let data =
            request.isStatic
            ? """
             data-run="\(row.run)" data-task="\(key.task.rawValue)" data-type="\(escaped(key.sample.type.description))" \
            data-samples="\(key.sample)" data-judged="\(escaped(row.judged))" data-cause="\(escaped(row.cause))" \
            data-attempts="\(key.index + 1)" data-codebleu="\(row.codeBLEU.map { "\($0)" } ?? "-1")"
            """ : ""
        return """
            <tr\(data)><td>\(escaped(request.study.names[row.run]))</td>\
            <td><a href="\(address)">\(key.sample)</a> <span class="soft">\(escaped(row.title))</span></td>\
            <td>\(key.task.rawValue)\(subject)</td><td class="n">\(key.index + 1)</td>\
            <td>\(badge(row))</td><td>\(escaped(row.cause))</td>\
            <td class="n">\(row.codeBLEU.map { $0.fixed(2) } ?? "")</td><td class="reason">\(escaped(row.reason))</td></tr>

            """
    }

    func badge(_ row: AttemptRow) -> String {
        let kind = row.kind?.rawValue ?? "label"
        return "<span class=\"badge b-\(kind)\">\(escaped(row.judged))</span>"
    }
}
