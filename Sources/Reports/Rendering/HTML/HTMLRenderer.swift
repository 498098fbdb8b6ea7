import EvaluationCore

/// One file that needs nothing else: no request goes out, scripts are not needed to read it, and names and model
/// output are text.
public struct HTMLRenderer: TableRenderer {
    private let link: @Sendable (Trace, Study) -> String?

    /// - Parameter link: the address of the page with the attempts behind a figure; nil for none.
    public init(link: @escaping @Sendable (Trace, Study) -> String? = { _, _ in nil }) { self.link = link }

    public func render(_ tables: [Table], of study: Study) -> String {
        var page = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>secucogen report</title>
            <style>\(pageStyle)</style>
            </head>
            <body>
            <h1>secucogen report</h1>
            <nav aria-label="Tables">

            """
        for table in tables { page += "<a href=\"#\(escapedHTML(table.id))\">\(escapedHTML(table.title))</a>\n" }
        page += "</nav>\n<main>\n"
        for table in tables {
            page += "<section id=\"\(escapedHTML(table.id))\">\n<h2>\(escapedHTML(table.title))</h2>\n"
            page += htmlTable(table) { trace, _ in link(trace, study) }
            for chart in table.charts { page += chart.figure(of: table) ?? "" }
            page += "</section>\n"
        }
        page += runs(study)
        return page + "</main>\n<script>\(pageScript)</script>\n</body>\n</html>\n"
    }

    /// The hashes let in this file's own style and script, and nothing that a name might smuggle in.
    private static let policy =
        "default-src 'none'; style-src 'sha256-\(pageStyleHash)'; script-src 'sha256-\(pageScriptHash)'; "
        + "base-uri 'none'; form-action 'none'"

    /// What each run was made with.
    private func runs(_ study: Study) -> String {
        guard !study.runs.isEmpty else { return "" }
        var table = Table(
            id: "runs", title: "Runs",
            columns: [
                .init("run", "Run"), .init("model", "Model"), .init("path", "Stored in"),
                .init("attempts", "Attempts", format: .count), .init("sampling", "Sampling"),
                .init("dataset", "Dataset"), .init("checks", "Checks"), .init("prompts", "Prompts"),
                .init("sandbox", "Sandbox"), .init("tool", "secucogen"),
            ])
        table.rows = study.runs.indices.map { index in
            let run = study.runs[index]
            let (parameters, provenance) = (run.plan.parameters, run.provenance)
            let sampling = [
                parameters.temperature.map { "temperature \($0)" }, parameters.topP.map { "top-p \($0)" },
                "at most \(parameters.maxTokens) tokens", "seed \(parameters.seed)",
            ].compactMap { $0 }.joined(separator: ", ")
            let sandbox = provenance.sandbox.map { "level \($0.level), Python \($0.pythonVersion)" } ?? "-"
            let digests = [provenance.datasetDigest, provenance.checksDigest, provenance.promptsDigest]
            return Table.Row(
                id: study.names[index], kind: study.kind(ofRun: index),
                cells: [Cell(.text(study.names[index])), Cell(.text(run.plan.model)), Cell(.text(run.path))]
                    + [Cell(.count(run.plan.attempts)), Cell(.text(sampling))]
                    + digests.map { Cell(.text(String($0.prefix(12)))) }
                    + [Cell(.text(sandbox)), Cell(.text(provenance.toolVersion))])
        }
        return "<section id=\"runs\">\n<h2>Runs</h2>\n\(htmlTable(table))</section>\n"
    }
}
