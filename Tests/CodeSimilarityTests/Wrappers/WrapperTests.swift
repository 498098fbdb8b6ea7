import CodeSimilarity
import EvaluationCore
import Foundation
import Testing

/// Programs of the dataset in the shapes in which servers and models hand them over.
@Suite struct WrapperTests {
    private struct Difference: Sendable {
        var shape: String
        var program: String
        var code: String?
    }

    /// Shapes and programs that nobody can tell apart from another text, with the reason.
    private static let exceptions: [String: [String: String]] = [
        "fence never closed before the next": [
            "fences in a docstring": "a fence that opens in a docstring looks like the next block",
            "a fence in a comment": "the same in a comment",
            "a text at the margin": "the same in a string",
        ],
        "unclosed fence": ["a fence in a comment": "the comment ends like code with a fence behind it"],
        "unclosed fence, words below": ["a fence in a comment": "the comment ends like code with a fence behind it"],
        "quotation": [
            "zero-width characters in a string": "two lines are too few for a quotation",
            "comparisons that look like tags": "two lines are too few for a quotation",
        ],
        "thought never closed before the answer's tag": [
            "tokens in comments": "the comment holds the tag that closes the thought"
        ],
    ]

    /// A sixth of the shapes are tried on each program, and so each shape on more than a hundred; with this in the environment all of them.
    private static let isWhole = ProcessInfo.processInfo.environment["SECUCOGEN_ALL_WRAPPERS"] != nil

    @Test func `a program is found whole in every shape`() async throws {
        let programs = try DatasetProgram.some(variants: 2) + hostileNeighbours + documented
        #expect(programs.count >= 200)
        #expect(answerShapes.count >= 120)
        let differences = await withTaskGroup(of: (tried: Int, [Difference]).self) { group in
            for (number, program) in programs.enumerated() {
                group.addTask { Self.differences(of: program, number) }
            }
            return await group.reduce(into: (tried: 0, found: [Difference]())) {
                $0.tried += $1.tried
                $0.found += $1.1
            }
        }
        let unexplained = differences.found.filter { Self.exceptions[$0.shape]?[$0.program] == nil }
        for (shape, found) in Dictionary(grouping: unexplained, by: \.shape).sorted(by: { $0.key < $1.key }) {
            let example = found[0]
            Issue.record("\(found.count) as '\(shape)', such as \(example.program):\n\(example.code ?? "no code")")
        }
        #expect(unexplained.isEmpty, "\(unexplained.count) of \(differences.tried)")
        #expect(differences.found.count * 1000 <= differences.tried)
    }

    /// Programs with functions that nothing uses.
    private static let withMore: Set<String> = [
        "CWE-20_09/variants/insecure-last-key-counts.py",
        "CWE-918_08/variants/insecure-beginning-looked-for-anywhere.py",
        "CWE-918_08/variants/insecure-kinds-that-are-forbidden.py",
    ]

    @Test func `of a program that does what its task asks for nothing is cut but a demonstration`() throws {
        for program in try DatasetProgram.some(variants: 1000) where !Self.withMore.contains(program.name) {
            let answer = "```python\n\(program.code)```\n"
            let found = PythonCodeExtractor().extract(from: answer, after: nil, entryPoints: program.entryPoints)
            let cut = found?.removed.filter { $0.reason != .words && !$0.text.hasPrefix("if __name__ ==") }
            #expect(cut?.isEmpty == true, "\(program.name): \(cut ?? [])")
        }
    }

    private static func differences(of program: DatasetProgram, _ number: Int) -> (tried: Int, [Difference]) {
        let extractor = PythonCodeExtractor()
        func code(_ text: String) -> String? {
            extractor.extract(from: text, after: nil, entryPoints: program.entryPoints)?.code
        }
        guard let bare = code(program.code) else { return (1, [Difference(shape: "bare", program: program.name)]) }
        var differences: [Difference] = []
        var tried = 0
        for (index, shape) in answerShapes.enumerated() where isWhole || (index + number) % 6 == 0 {
            guard let text = shape.wrap(program) else { continue }
            tried += 1
            let found = code(text)
            if found.map(withoutTrailingBlanks) != withoutTrailingBlanks(bare) {
                differences.append(Difference(shape: shape.description, program: program.name, code: found))
            }
        }
        return (tried, differences)
    }

    private static func withoutTrailingBlanks(_ code: String) -> [Substring] {
        code.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.lastIndex { $0 != " " }.map { line[...$0] } ?? ""
        }
    }
}

/// Programs whose own strings and comments look like what is around programs.
private let hostileNeighbours: [DatasetProgram] = [
    (
        "tokens in strings",
        "def find(text):\n    for token in (\"</s>\", '<|im_end|>', \"<|channel|>final<|message|>\"):\n        text = text.replace(token, \"\")\n    return text.split(\"</think>\")[-1]\n"
    ),
    (
        "tokens in comments",
        "def find(text):\n    # Everything up to </think> goes, and <|im_end|> too.\n    text = text.strip()  # never </s>\n    return text\n"
    ),
    (
        "fences in a docstring",
        "def find(text):\n    \"\"\"Like this:\n\n    ```python\n    find(\"a\")\n    ```\n\n    or\n\n    ```\n    find(\"b\")\n    ```\n    \"\"\"\n    return text\n"
    ),
    (
        "a fence in a string",
        "import re\n\n\ndef find(text):\n    parts = text.split(\"```python\")\n    return re.sub(r\"```\", \"\", parts[-1])\n"
    ),
    (
        "a fence in a comment",
        "def find(text):\n    # between ``` and ```\n    # ```python\n    return text.strip(\"`\")\n"
    ),
    (
        "a text at the margin",
        "PAGE = \"\"\"\n> quoted\n> more\n> lines\n<think>\nno thought\n</think>\n```\nfence\n```\n\"\"\"\n\n\ndef find(text):\n    return PAGE + text\n"
    ),
    (
        "zero-width characters in a string",
        "def find(text):\n    return text.replace(\"\u{200B}\", \"\").replace(\"\u{FEFF}\", \"\").replace(\"\u{A0}\", \" \")\n"
    ),
    ("comparisons that look like tags", "def find(a, think, b):\n    return a <think> b\n"),
    (
        "names that look like channels",
        "analysis = 3\nfinal = 4\n\n\ndef find(text):\n    return text * analysis * final\n"
    ),
    (
        "words at the margin of a string",
        "TEXT = '''\nHere is the code.import os\ndef other():\n'''\n\n\ndef find(text):\n    return TEXT\n"
    ),
].map {
    DatasetProgram(name: $0.0, code: $0.1, entryPoints: ["find"], draft: "def find(text):\n    return eval(text)\n")
}

/// Programs with a docstring at their top, in every form in which one is written.
private let documented: [DatasetProgram] = ["\"\"\"", "'''", "\"", "'", "r\"\"\"", "U'''"].flatMap { quote in
    let end = quote.drop { $0.isLetter }
    let texts = ["Finds a text."] + (end.count == 1 ? [] : ["Finds a text.\n\nimport nothing, it is\nwords only.\n"])
    return texts.flatMap { text in
        ["", "\n", "\n# Written by hand.\n\n", "\n\nimport os\n"].map { below in
            DatasetProgram(
                name: "\(quote)\(text)\(end)\(below)",
                code: "\(quote)\(text)\(end)\n\(below)def find(text):\n    return text\n",
                entryPoints: ["find"], draft: "def find(text):\n    return eval(text)\n")
        }
    }
}
