public import EvaluationCore
import Foundation

/// Leads a model through the flowchart until a record is kept or dropped.
///
/// A pure function of the flowchart, the prompts and what the dialogue gives back: so a record that was cut off goes on where
/// it stopped.
public struct SampleConstruction: Sendable {
    private let flowchart: Flowchart
    private let prompts: ConstructionPrompts
    private let examiner: DraftExaminer
    private let extractor: any CodeExtractor
    private let mostCorrections: Int

    /// - Parameter mostCorrections: so often may one state send a record back before it is dropped.
    /// - Throws: `UserError` when the flowchart names a check that there is not.
    public init(
        flowchart: Flowchart, prompts: ConstructionPrompts, examiner: DraftExaminer, extractor: any CodeExtractor,
        mostCorrections: Int = 3
    ) throws {
        for state in flowchart.states {
            guard case .check = state.kind, !DraftExaminer.names.contains(state.id) else { continue }
            throw UserError(
                "flowchart.yaml: there is no check '\(state.id)'",
                remedy: "there are \(DraftExaminer.names.sorted().joined(separator: ", "))")
        }
        self.flowchart = flowchart
        self.prompts = prompts
        self.examiner = examiner
        self.extractor = extractor
        self.mostCorrections = mostCorrections
    }

    /// - Parameters:
    ///   - number: the record's, from 1.
    ///   - author: the dialogue with the model that writes.
    ///   - second: the dialogue with the model that solves the Problem from its text alone, and reads the explanation.
    public func record(
        _ number: Int, author: any Dialogue, second: any Dialogue
    ) async throws -> ConstructionRecord {
        var writing = Writing(prompts: prompts, author: author)
        var record = ConstructionRecord(
            number: number, outcome: Flowchart.dropped, visits: [], disputes: [], files: DraftFiles())
        var sentBack: [String: Int] = [:]
        // What each check has passed: a correction leads through the checks behind it again, of which most read other files.
        var passed: [String: String] = [:]
        var state = flowchart[flowchart.start]
        do {
            while let here = state {
                if case .ask(let files) = here.kind, writing.has(files) {
                    // What was sent back led to a check before it; its files are there already.
                    state = flowchart[here.then]
                    continue
                }
                var digest = ""
                if case .check(let reads) = here.kind {
                    digest = writing.files.restricted(to: reads).digest
                    if passed[here.id] == digest {
                        state = flowchart[here.then]
                        continue
                    }
                }
                record.visits.append(.init(state: here.id))
                writing.spent = .init()
                var findings: [DraftFinding] = []
                var program: String?
                switch here.kind {
                case .ask(let files):
                    findings = try await writing.ask(here.id, for: files)
                case .check(let reads):
                    let read = writing.files.restricted(to: reads)
                    if here.id == "explained" {
                        findings = try await explanation(read, &writing, author, second, &record)
                    } else {
                        if here.id == "clear" { program = try await solution(writing.files, second, &writing.spent) }
                        findings = try await examine(here.id, read, writing.files, program, author)
                    }
                }
                record.visits[record.visits.count - 1].findings = findings
                if findings.isEmpty {
                    passed[here.id] = digest
                    state = flowchart[here.then]
                    if here.then == Flowchart.kept { record.outcome = Flowchart.kept }
                } else if sentBack[here.id, default: 0] < mostCorrections {
                    sentBack[here.id, default: 0] += 1
                    state = try await sendBack(&record, here, findings, program, &writing)
                } else {
                    state = nil
                }
                record.visits[record.visits.count - 1].spent = writing.spent
            }
        } catch let error as ModelError where error.kind == .unanswerable {
            record.reason = "the model cannot go on: \(error.description)"
            if let last = record.visits.indices.last, record.visits[last].findings.isEmpty {
                record.visits[last].findings = [DraftFinding("the dialogue", error.description)]
            }
            record.visits[record.visits.count - 1].spent = writing.spent
        }
        record.files = writing.files
        return record
    }

    /// - Returns: where the record goes on.
    private func sendBack(
        _ record: inout ConstructionRecord, _ here: Flowchart.State, _ findings: [DraftFinding], _ program: String?,
        _ writing: inout Writing
    ) async throws -> Flowchart.State? {
        // It asks again, for what is missing.
        if case .ask = here.kind { return here }
        let text = program != nil ? TextInDispute.problem : here.id == "explained" ? .explanation : nil
        let answer = try await writing.correct(here.id, findings, program: program, about: text)
        if answer.changed.isEmpty, let text, let quote = quote(in: answer.text, of: writing.files[text.path] ?? "") {
            record.disputes.append("\(findings[0]) The author: \(text.name) says \"\(quote)\"")
            record.visits[record.visits.count - 1].findings = []
            return flowchart[here.then]
        }
        return flowchart.firstCheck(reading: answer.changed, upTo: here)
    }

    private func examine(
        _ check: String, _ read: DraftFiles, _ files: DraftFiles, _ program: String?, _ author: any Dialogue
    ) async throws -> [DraftFinding] {
        let examiner = examiner
        return try await author.use(check, on: read.digest + (program.map { "\n" + $0 } ?? "")) {
            try await examiner.findings(of: check, in: files, program: program)
        }
    }

    /// A program for the Problem from somebody who sees nothing else; nil when the answer holds none.
    private func solution(
        _ files: DraftFiles, _ second: any Dialogue, _ spent: inout ConstructionRecord.Spent
    ) async throws -> String? {
        let sample = try DraftSample(id: examiner.id).load(files)
        let answer = try await second.ask("solve", [ChatMessage(role: .user, content: prompts.solve(sample))])
        spent.add((answer.usage.input, answer.usage.output))
        return extractor.extract(from: answer.text, after: nil, entryPoints: sample.entryPoints.map(\.name))?.code
    }

    /// Whether the explanation names what the attacks do, as another reader says who sees only both.
    private func explanation(
        _ read: DraftFiles, _ writing: inout Writing, _ author: any Dialogue, _ second: any Dialogue,
        _ record: inout ConstructionRecord
    ) async throws -> [DraftFinding] {
        let (examiner, files) = (examiner, writing.files)
        let effects = try await author.use("explained", on: read.digest) { try await examiner.effects(in: files) }
        let question = prompts.explained(files["insecure-explanation.md"] ?? "", effects)
        let answer = try await second.ask("explained", [ChatMessage(role: .user, content: question)])
        writing.spent.add((answer.usage.input, answer.usage.output))
        let text = AnswerParts(answer.text).text.trimmingCharacters(in: .whitespacesAndNewlines)
        let verdict = text.prefix { $0.isLetter || $0 == "*" }.filter(\.isLetter).lowercased()
        if verdict == "no" {
            let reason = text.split(whereSeparator: \.isWhitespace).dropFirst().joined(separator: " ").prefix(300)
            return [
                DraftFinding(
                    "insecure-explanation.md", "another reader does not find in it what the attacks do: \(reason)")
            ]
        }
        if verdict != "yes" {
            record.disputes.append(
                "Another reader was asked whether the explanation names what the attacks do, and said neither yes nor no."
            )
        }
        return []
    }

    /// Words of a text with which the author says that it is right as it stands.
    private func quote(in answer: String, of disputed: String) -> String? {
        func plain(_ text: some StringProtocol) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let known = plain(disputed).filter { !"\"“”`*".contains($0) }
        for line in AnswerParts(answer).text.split(whereSeparator: \.isNewline) {
            guard let start = line.range(of: "Quote:") else { continue }
            let quoted = plain(line[start.upperBound...].filter { !"\"“”`*".contains($0) })
            if quoted.split(separator: " ").count >= 3, known.contains(quoted) { return quoted }
        }
        return nil
    }
}

/// What the author may defend by its own words.
enum TextInDispute {
    case problem, explanation

    var path: String { self == .problem ? "problem.md" : "insecure-explanation.md" }
    var name: String { self == .problem ? "the Problem" : "the explanation" }
}

/// The dialogue with the author, and the files that came of it.
private struct Writing {
    let prompts: ConstructionPrompts
    let author: any Dialogue
    var files = DraftFiles()
    var spent = ConstructionRecord.Spent()
    private var messages: [ChatMessage]
    private var told: Set<DraftFinding> = []
    private var asked: [String] = []

    init(prompts: ConstructionPrompts, author: any Dialogue) {
        self.prompts = prompts
        self.author = author
        messages = [ChatMessage(role: .system, content: prompts.system)]
    }

    /// The first time for the step's files, and afterwards for those that are missing.
    mutating func ask(_ step: String, for patterns: [String]) async throws -> [DraftFinding] {
        let isFirst = !asked.contains(patterns[0])
        if isFirst { asked += patterns }
        _ = try await send(step, isFirst ? prompts.step(step) : prompts.missing(missing(patterns)))
        return missing(patterns).map { DraftFinding($0, "is not in the answer") }
    }

    /// Tells what was found, each thing once.
    mutating func correct(
        _ step: String, _ findings: [DraftFinding], program: String?, about text: TextInDispute?
    ) async throws -> (text: String, changed: Set<String>) {
        let new = findings.filter { !told.contains($0) }
        let old = findings.count - new.count
        told.formUnion(new)
        var lines = new.map(\.description)
        if old > 0 { lines.append("What you were told before is still so, in \(old) of those points.") }
        return try await send(step, prompts.correction(lines, program: program, about: text))
    }

    func has(_ patterns: [String]) -> Bool { missing(patterns).isEmpty }

    private func missing(_ patterns: [String]) -> [String] {
        patterns.filter { files.restricted(to: [$0]).texts.isEmpty }
    }

    private mutating func send(_ step: String, _ text: String) async throws -> (text: String, changed: Set<String>) {
        messages.append(ChatMessage(role: .user, content: text))
        let answer = try await author.ask(step, messages)
        spent.add((answer.usage.input, answer.usage.output))
        messages.append(ChatMessage(role: .assistant, content: AnswerParts(answer.text).text))
        var changed: Set<String> = []
        for (path, text) in AnsweredFiles(answer.text, patterns: asked).files.texts where files[path] != text {
            files[path] = text
            changed.insert(path)
        }
        return (answer.text, changed)
    }
}
