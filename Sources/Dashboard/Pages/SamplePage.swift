import EvaluationCore
import Reports

/// A sample: its six attributes, checks and variants, and how each model did on it.
struct SamplePage: Page {
    func content(_ request: Site.Request) throws -> PageContent? {
        guard request.path.hasPrefix("sample/"), request.path.hasSuffix(".html"),
            let id = SampleID(request.path.dropFirst("sample/".count).dropLast(".html".count))
        else { return nil }
        let asked = Set(request.snapshot.rows.joined().map(\.key.sample)).sorted()
        let sample = request.library.byID[id]
        guard sample != nil || asked.contains(id) else { return nil }
        let results = SampleResults(request)
        let type = request.study.types.first { $0.id == id.type }
        var values: [String: Any] = [
            "id": id.description, "title": sample?.title ?? "", "type": id.type.description,
            "typeName": type?.weaknesses.map(\.name).joined(separator: "; ") ?? "",
            "results": results.columns.map { side -> [String: Any] in
                [
                    "run": request.study.names[side.run], "task": side.task.rawValue,
                    "cell": results.cell(side, id),
                ]
            }.filter { (($0["cell"] as? [String: Any])?["attempts"] as? [Any])?.isEmpty == false },
        ]
        if let place = asked.firstIndex(of: id) {
            if place > 0 { values["previous"] = request.links.sample(asked[place - 1]) }
            if place + 1 < asked.count { values["next"] = request.links.sample(asked[place + 1]) }
        }
        if let sample { values["known"] = known(sample, request.code) } else { values["isUnknown"] = true }
        return PageContent(title: "\(id)", section: .samples, template: "sample", values: values)
    }

    private func known(_ sample: Sample, _ code: CodeMarkup) -> [String: Any] {
        [
            "weaknesses": sample.weaknesses.joined(separator: ", "),
            "problem": sample.problem, "problemAware": sample.problemAware,
            "explanation": sample.insecureCodeExplanation,
            "insecure": code.markup(sample.insecureCode, label: "Insecure Code"),
            "secure": code.markup(sample.secureCode, label: "Secure Code"),
            "checks": sample.checks.map { file -> [String: Any] in
                [
                    "path": file.path, "count": file.checkNames.count,
                    "source": code.markup(file.source, label: file.path),
                ]
            },
            "variants": sample.variants.map { variant -> [String: Any] in
                [
                    "path": variant.path, "label": variant.label.rawValue,
                    "source": code.markup(variant.source, label: variant.path),
                ]
            },
        ]
    }
}
