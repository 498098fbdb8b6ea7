import EvaluationCore
import Reports

/// One attempt: the check that decided beside the code, and everything that led there.
struct AttemptPage: Page {
    func content(_ request: Site.Request) throws -> PageContent? {
        guard request.path.hasPrefix("attempt/"),
            let (run, key) = Links.attempt(named: request.path.dropFirst("attempt/".count)),
            let row = request.snapshot.row(run, key)
        else { return nil }
        let study = request.study
        var values: [String: Any] = [
            "sample": key.sample.description, "sampleAddress": request.links.sample(key.sample), "title": row.title,
            "run": study.names[run], "model": study.runs[run].plan.model, "task": key.task.rawValue,
            "number": key.index + 1, "badge": Markup(html: AttemptList(request).badge(row)), "cause": row.cause,
            "attempts": siblings(run, key, request),
        ]
        if !key.task.yieldsCode { values["subject"] = key.subject.rawValue }
        values.merge(neighbours(run, key, request)) { $1 }
        if let (attempt, score) = try request.site.sources[run].attempt(key) {
            let evidence = request.library.evidence.evidence(
                for: attempt, score: score, steps: try request.site.sources[run].steps(of: key),
                of: study.runs[run], name: study.names[run], checksDigest: request.library.checksDigest)
            values.merge(texts(evidence, request)) { $1 }
        } else {
            values["isMissing"] = true
        }
        return PageContent(
            title: "\(key.sample), \(key.task.rawValue), \(study.names[run])", section: .attempts, template: "attempt",
            values: values)
    }

    private func texts(_ evidence: AttemptEvidence, _ request: Site.Request) -> [String: Any] {
        var values: [String: Any] = ["notes": evidence.notes]
        switch evidence.judgement {
        case .code(let judgement)?: values.merge(code(judgement, request)) { $1 }
        case .label(let read, let truth)?:
            values["label"] = ["read": read, "truth": truth, "isRight": read == truth] as [String: Any]
        case nil: values["isUnscored"] = true
        }
        if let refusal = evidence.refusal { values["refusal"] = refusal }
        values["steps"] = evidence.steps.map { ShownStep($0) }.map { step in
            [
                "number": step.number, "name": step.name, "facts": step.facts,
                "parts": step.parts.map { ["title": $0.title, "text": $0.text] },
            ] as [String: Any]
        }
        values["hasSteps"] = !evidence.steps.isEmpty
        if let prompt = evidence.prompt { values["prompt"] = prompt.wholeText }
        if let answer = evidence.answer {
            values["answer"] = answer.text
            values["thinking"] = answer.thinking
            let tokens = answer.usage.output.map { "\($0) tokens, " } ?? ""
            values["answerFacts"] = "\(tokens)\(answer.latency.fixed(1)) s, finish: \(answer.finish.rawValue)"
        }
        return values
    }

    private func code(_ judgement: AttemptEvidence.CodeJudgement, _ request: Site.Request) -> [String: Any] {
        let verdict = judgement.verdict
        var values: [String: Any] = [
            "codeBLEU": judgement.codeBLEU.fixed(2),
            "removed": judgement.removed.map { ["reason": $0.reason.rawValue, "text": $0.text] },
            "hasRemoved": !judgement.removed.isEmpty, "hasNoCode": judgement.code == nil,
            "checks": Markup(html: verdict.checks.map(row).joined()),
            "hasChecks": !verdict.checks.isEmpty,
        ]
        values["code"] = judgement.code.map { request.code.markup($0, label: "The code that was judged") }
        values["deciding"] = EvidenceMarkup(code: request.code).values(judgement.deciding)
        if judgement.deciding == nil { values["detail"] = verdict.detail }
        values["sandboxLevel"] = verdict.sandboxLevel
        return values
    }

    private func row(_ check: CheckOutcome) -> String {
        """
        <tr><td><code>\(escaped(check.name))</code></td>\
        <td><span class="badge s-\(check.status.rawValue)">\(check.status.rawValue)</span></td>\
        <td class="reason">\(escaped(check.message ?? ""))</td></tr>

        """
    }

    /// All attempts at the same question.
    private func siblings(_ run: Int, _ key: AttemptKey, _ request: Site.Request) -> [[String: Any]] {
        let rows = request.snapshot.rows[run]
        let same = { (row: AttemptRow) in
            row.key.sample == key.sample && row.key.task == key.task && row.key.subject == key.subject
        }
        guard var start = request.snapshot.position(run, key) else { return [] }
        while start > 0, same(rows[start - 1]) { start -= 1 }
        let all = rows[start...].prefix(while: same)
        guard all.count > 1 else { return [] }
        return all.map { row in
            [
                "number": row.key.index + 1, "judged": row.judged, "kind": row.kind?.rawValue ?? "label",
                "address": request.links.attempt(run, row.key), "isCurrent": row.key == key,
            ]
        }
    }

    /// The one before and the one after, in the list that the reader came from.
    private func neighbours(_ run: Int, _ key: AttemptKey, _ request: Site.Request) -> [String: Any] {
        let filter = request.filter
        let isNarrowed = !filter.query.isEmpty
        let rows = isNarrowed ? filter.chosen(from: request.snapshot.rows) : request.snapshot.rows[run]
        let place =
            isNarrowed
            ? rows.firstIndex { $0.run == run && $0.key == key } : request.snapshot.position(run, key)
        var values: [String: Any] = ["list": request.links.attempts(filter)]
        guard let place else { return values }
        let carried = isNarrowed ? filter : nil
        if place > 0 {
            values["previous"] = request.links.attempt(rows[place - 1].run, rows[place - 1].key, carried)
        }
        if place + 1 < rows.count {
            values["next"] = request.links.attempt(rows[place + 1].run, rows[place + 1].key, carried)
        }
        values["place"] = "\(place + 1) of \(rows.count)"
        return values
    }
}
