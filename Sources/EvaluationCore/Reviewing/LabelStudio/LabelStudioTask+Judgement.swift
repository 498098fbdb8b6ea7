extension LabelStudioTask {
    /// What cannot be understood in an annotation, for the line that names the task.
    public struct Fault: Error, Equatable {
        public var text: String
    }

    /// - Parameter judgement: what the rater has said already, so that it can be gone on with.
    public init(_ item: ReviewItem, of sample: Sample, judgement: Judgement? = nil) {
        data = Shown(
            item: item.id, sample: item.sample.description, weaknesses: sample.weaknesses.joined(separator: ", "),
            problemAware: sample.problemAware, code: item.code)
        annotations = judgement.map { [Annotation($0, code: item.code)] }
    }

    /// Who annotated it, skipped tasks left out.
    public var annotators: Set<Annotator?> { Set(finished.map(\.completedBy)) }

    private var finished: [Annotation] { (annotations ?? []).filter { $0.wasCancelled != true } }

    /// What an annotator said last.
    ///
    /// - Parameter annotator: nil for whoever it was.
    /// - Returns: nil when nothing was said.
    /// - Throws: `Fault`.
    public func judgement(by annotator: String?) throws(Fault) -> Judgement? {
        let said = finished.filter { annotator == nil || $0.completedBy?.isNamed(annotator!) == true }
        // Of equal or missing dates the last one in the file counts.
        guard
            let last = said.enumerated().max(by: {
                ($0.element.updatedAt ?? "", $0.offset) < ($1.element.updatedAt ?? "", $1.offset)
            })
        else { return nil }
        return try last.element.judgement(of: data)
    }
}

extension LabelStudioTask.Annotation {
    fileprivate init(_ judgement: Judgement, code: String) {
        typealias Result = LabelStudioTask.Result
        typealias Value = LabelStudioTask.Value
        func answer(_ question: LabelStudioQuestion, _ value: Value, _ number: Int = 0) -> Result {
            Result(
                id: "\(question.rawValue)-\(number)", fromName: question.rawValue, toName: LabelStudioQuestion.shown,
                type: question.type, value: value)
        }
        result = [answer(.verdict, Value(choices: [judgement.verdict.rawValue]))]
        if let confidence = judgement.confidence {
            result.append(answer(.confidence, Value(rating: confidence.rawValue)))
        }
        let spans = CodeLines(code).spans(of: judgement.lines)
        for (number, span) in spans.enumerated() {
            let label = LabelStudioQuestion.lineLabel
            result.append(
                answer(.lines, Value(start: span.lowerBound, end: span.upperBound, labels: [label]), number))
        }
        if let input = judgement.input { result.append(answer(.input, Value(text: .init([input])))) }
        if let note = judgement.note { result.append(answer(.note, Value(text: .init([note])))) }
        leadTime = judgement.seconds
    }

    fileprivate func judgement(of shown: LabelStudioTask.Shown) throws(LabelStudioTask.Fault) -> Judgement {
        func answers(_ question: LabelStudioQuestion) -> [LabelStudioTask.Value] {
            result.filter { $0.fromName == question.rawValue }.map(\.value)
        }
        let chosen = answers(.verdict).flatMap { $0.choices ?? [] }
        guard let first = chosen.first, chosen.count == 1 else {
            throw .init(text: chosen.isEmpty ? "has no verdict" : "has \(chosen.count) verdicts")
        }
        guard let verdict = Judgement.Verdict(rawValue: first) else {
            let known = Judgement.Verdict.allCases.map(\.rawValue).joined(separator: ", ")
            throw .init(text: "'\(first)' is no verdict: \(known)")
        }
        var confidence: Judgement.Confidence?
        if let rating = answers(.confidence).compactMap(\.rating).last {
            confidence = Judgement.Confidence(rawValue: rating)
            if confidence == nil { throw .init(text: "the confidence \(rating) is not from 1 to 3") }
        }
        let code = CodeLines(shown.code)
        let lines = answers(.lines).flatMap { code.lines(from: $0.start ?? 0, to: $0.end ?? 0) }
        func text(_ question: LabelStudioQuestion) -> String? {
            let texts = answers(question).flatMap { $0.text?.all ?? [] }
            return texts.isEmpty ? nil : texts.joined(separator: "\n")
        }
        return Judgement(
            item: shown.item, verdict: verdict, confidence: confidence, lines: Set(lines).sorted(), input: text(.input),
            note: text(.note), seconds: leadTime)
    }
}

/// Where the lines of a text begin and end, in UTF-16 code units.
private struct CodeLines {
    /// The first unit of each line.
    private let starts: [Int]
    private let end: Int

    init(_ code: String) {
        let units = Array(code.utf16)
        starts = [0] + units.indices.filter { units[$0] == 0x0A }.map { $0 + 1 }
        end = units.count
    }

    /// Neighbours are one span, with the line break at its end.
    func spans(of lines: [Int]) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        for line in Set(lines).sorted() where (1...starts.count).contains(line) {
            let span = starts[line - 1]..<(line < starts.count ? starts[line] : end)
            if let last = spans.last, last.upperBound == span.lowerBound {
                spans[spans.count - 1] = last.lowerBound..<span.upperBound
            } else {
                spans.append(span)
            }
        }
        return spans
    }

    func lines(from start: Int, to end: Int) -> [Int] {
        let first = line(at: start)
        return Array(first...max(first, line(at: max(start, end - 1))))
    }

    private func line(at unit: Int) -> Int { max(1, starts.count { $0 <= unit }) }
}
