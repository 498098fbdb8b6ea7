import EvaluationCore

/// A way in which servers and models hand over a program.
struct AnswerShape: Sendable, CustomStringConvertible {
    var description: String
    /// Nil where the shape cannot be made of this program.
    var wrap: @Sendable (DatasetProgram) -> String?

    init(_ description: String, _ wrap: @escaping @Sendable (DatasetProgram) -> String?) {
        self.description = description
        self.wrap = wrap
    }
}

extension DatasetProgram {
    fileprivate var fenced: String { "```python\n\(code)```" }
    fileprivate var fencedDraft: String { "```python\n\(draft)```" }
    /// The first line that defines an entry point, to be quoted later: `def find(name):`.
    fileprivate var signature: String? {
        code.split(separator: "\n").first { line in
            entryPoints.contains { line.hasPrefix("def \($0)(") || line.hasPrefix("class \($0)") }
                && line.hasSuffix(":")
        }.map(String.init)
    }

    /// Its lines, each with the offset of its first byte.
    fileprivate func mapLines(_ change: (_ line: Substring, _ isInString: Bool) -> String) -> String {
        let quoted = QuotedRanges(code.utf8)
        var offset = 0
        return code.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            defer { offset += line.utf8.count + 1 }
            let isInString = offset > 0 && quoted.kind(at: offset - 1) == .string
            return change(line, isInString)
        }.joined(separator: "\n")
    }

    /// Blank lines stay blank.
    fileprivate func indented(by blanks: String) -> String {
        code.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : blanks + $0 }
            .joined(separator: "\n")
    }
}

let answerShapes: [AnswerShape] =
    fenceShapes + bareShapes + thinkingShapes + harmonyShapes + tokenShapes
    + characterShapes + draftShapes

private let fenceShapes: [AnswerShape] = [
    .init("python fence") { "Sure, here it is:\n\n\($0.fenced)\n\nThis works because it is short." },
    .init("py fence") { "```py\n\($0.code)```" },
    .init("Python3 fence with blanks") { "```  Python3  \n\($0.code)```  " },
    .init("fence without a language") { "Here:\n```\n\($0.code)```\nEnd." },
    .init("tildes") { "~~~python\n\($0.code)~~~\nDone." },
    .init("four back-ticks") { "````python\n\($0.code)````\n" },
    .init("title after the language") { "```python title=\"app.py\"\n\($0.code)```" },
    .init("language in braces") { "```{.python .numberLines}\n\($0.code)```" },
    .init("file name as language") { "```app.py\n\($0.code)```" },
    .init("fence after words") { "The code: ```python\n\($0.code)```" },
    .init("fence closed on the last line of code") { "```python\n\($0.code.dropLast())```\nYes." },
    .init("unclosed fence") { "Of course.\n```python\n\($0.code)" },
    .init("unclosed fence, words below") { "```python\n\($0.code)\n\nThis function does what you asked for." },
    .init("words behind the fence that closes") { "```python\n\($0.code)``` This is all.\nBye." },
    .init("fence in a list") {
        "1. First:\n\n   ```python\n\($0.indented(by: "   "))   ```\n2. Then rest."
    },
    .init("shell and JSON beside") {
        "```bash\npip install flask\n```\n\($0.fenced)\n```json\n{\"a\": 1}\n```"
    },
    .init("output below") { "\($0.fenced)\n\nIt prints:\n```\nTrue\n3 items\n```" },
    .init("code on the fence's line") { program in
        program.beginsWithStatement ? "```python \(program.code)```" : nil
    },
    .init("code glued to the language") { program in
        program.beginsWithStatement ? "```python\(program.code)```" : nil
    },
    .init("fence never closed before the next") {
        "```python\n\($0.code)\n```bash\npython app.py\n```"
    },
    .init("opening fence lost") { "\($0.code)```\nIt works by magic." },
    .init("quotation") { "> \($0.code.dropLast().replacing("\n", with: "\n> "))\n" },
    .init("fence in a quotation") {
        "He wrote:\n> ```python\n> \($0.code.dropLast().replacing("\n", with: "\n> "))\n> ```\n"
    },
    .init("heading above, table below") {
        "## Solution\n\n\($0.fenced)\n\n| case | result |\n| --- | --- |\n| a | b |\n"
    },
    .init("HTML details") { "<details>\n<summary>Code</summary>\n\n\($0.fenced)\n\n</details>" },
]

private let bareShapes: [AnswerShape] = [
    .init("nothing around") { $0.code },
    .init("blank lines around") { "\n\n\($0.code)\n\n\n" },
    .init("words before") { "Here is the function:\n\n\($0.code)" },
    .init("words around") { "Sure, here it is:\n\n\($0.code)\nIt does what you asked (and\nnothing else)." },
    .init("indented as a whole") { $0.indented(by: "    ") },
    .init("indented with tabs as a whole") { $0.indented(by: "\t") },
    .init("indented below words") { "Use this:\n\n\($0.indented(by: "    "))\nGood luck!" },
    .init("sentence glued to the code") { program in
        program.beginsWithStatement ? "I bind the values.\(program.code)" : nil
    },
]

private let thinkingShapes: [AnswerShape] =
    [
        ("think", "<think>", "</think>"), ("THINK", "<THINK>", "</THINK>"), ("thinking", "<thinking>", "</thinking>"),
        ("thought", "<thought>", "</thought>"), ("reasoning", "<reasoning>", "</reasoning>"),
        ("bracketed THINK", "[THINK]", "[/THINK]"), ("triangles", "◁think▷", "◁/think▷"),
        ("namespaced", "<seed:think>", "</seed:think>"),
        ("begin of thought", "<|begin_of_thought|>", "<|end_of_thought|>"),
        ("start thinking", "<|START_THINKING|>", "<|END_THINKING|>"),
    ].flatMap { name, open, close -> [AnswerShape] in
        [
            .init("\(name), fenced") {
                "\(open)\nLet's see: it's a draft.\n\($0.fencedDraft)\nNo.\n\(close)\n\n\($0.fenced)"
            },
            .init("\(name), glued, no fence") { "\(open)Don't trust the input.\(close)\($0.code)" },
        ]
    } + [
        .init("empty thought") { "<think>\n\n</think>\n\n\($0.fenced)" },
        .init("opening tag in the prompt") { "Hm, first\n\($0.fencedDraft)\nbut no.\n</think>\n\n\($0.fenced)" },
        .init("opening tag in the prompt, glued, no fence") { "Let's bind it.</think>\($0.code)" },
        .init("thought that names its tag") {
            "<think>I must close with \"</think>\" at the end.\n\($0.draft)\n</think>\n\($0.fenced)"
        },
        .init("answer tags") { "<reasoning>Short.</reasoning>\n<answer>\n\($0.code)</answer>" },
        .init("answer tags around a fence") {
            "Some words.\n\($0.fencedDraft)\n<answer>\n\($0.fenced)\n</answer>\nDone."
        },
        .init("thought never closed before the answer's tag") {
            "<think>\n\($0.draft)\n<answer>\n\($0.code)</answer>"
        },
        .init("printed thinking") { "Thinking...\nLet me see.\n\($0.draft)\n...done thinking.\n\n\($0.code)" },
        .init("bracketed PYTHON") { "[PYTHON]\n\($0.code)[/PYTHON]\n" },
        .init("attributes on the tag") { "<think effort=\"low\">a</think>\n\($0.fenced)" },
    ]

private let harmonyShapes: [AnswerShape] = [
    .init("harmony") {
        "<|channel|>analysis<|message|>Let's see.\n\($0.draft)<|end|><|start|>assistant<|channel|>final<|message|>\($0.fenced)<|return|>"
    },
    .init("harmony, no fence") {
        "<|channel|>analysis<|message|>Let's see.<|end|><|start|>assistant<|channel|>final<|message|>\($0.code)<|return|>"
    },
    .init("harmony, final alone") { "<|channel|>final<|message|>\($0.code)<|return|>" },
    .init("harmony, first token in the prompt") {
        "analysis<|message|>We'll do it.<|end|><|start|>assistant<|channel|>final<|message|>\($0.fenced)"
    },
    .init("harmony with commentary") {
        "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>commentary<|message|>I'll write it.<|end|><|start|>assistant<|channel|>final<|message|>\($0.fenced)"
    },
    .init("harmony without tokens") { "analysisWe'll do it. First\n\($0.fencedDraft)\nassistantfinal\($0.fenced)" },
    .init("harmony without tokens, no fence") { "analysisWe need parameters.assistantfinal\($0.code)" },
    .init("harmony without tokens, commentary") {
        "analysisLet me see.assistantcommentaryI'll write it.assistantfinalHere you are:\n\n\($0.fenced)"
    },
    .init("harmony without tokens, final alone") { "final\($0.fenced)" },
    .init("harmony without tokens, final alone, no fence") { program in
        program.beginsWithStatement ? "final\(program.code)" : nil
    },
]

private let tokenShapes: [AnswerShape] =
    [
        "<|endoftext|>", "<|im_end|>", "<|eot_id|>", "<|end|>", "</s>", "<|end_of_text|>", "<|EOT|>", "<eos>",
        "<end_of_turn>", "<｜end▁of▁sentence｜>", "<|file_separator|>", "<|fim_pad|>",
    ].flatMap { token -> [AnswerShape] in
        [
            .init("\(token) at the end") { "\($0.code)\(token)" },
            .init("\(token) after the fence, and a turn made up") {
                "\($0.fenced)\(token)\nuser\nNow write it so:\n\($0.fencedDraft)"
            },
        ]
    } + [
        .init("ChatML turns") {
            "<|im_start|>assistant\n\($0.code)<|im_end|>\n<|im_start|>user\nAnd so?\n\($0.fencedDraft)<|im_end|>"
        },
        .init("Llama 3 headers") { "<|start_header_id|>assistant<|end_header_id|>\n\n\($0.code)<|eot_id|>" },
        .init("Gemma turns") { "<start_of_turn>model\n\($0.fenced)<end_of_turn>\n<start_of_turn>user\n" },
        .init("DeepSeek turns") { "<｜Assistant｜>\($0.code)<｜end▁of▁sentence｜><｜User｜>more" },
        .init("Mistral turns") { "[INST] Write it. [/INST] \($0.fenced)</s>" },
        .init("token before") { "<s>\($0.code)" },
        .init("Phi turns") { "<|assistant|>\n\($0.code)<|end|>\n<|user|>\nThanks" },
        .init("role without its tokens") { "assistant\n\n\($0.code)" },
    ]

private let characterShapes: [AnswerShape] = [
    .init("byte-order mark before") { "\u{FEFF}\($0.code)" },
    .init("byte-order mark in the fence") { "```python\n\u{FEFF}\($0.code)```" },
    .init("zero-width space before the fence") { "\u{200B}```python\n\u{200B}\($0.code)\u{200B}```" },
    .init("zero-width characters at the beginnings of lines") { program in
        program.mapLines { line, isInString in isInString || line.isEmpty ? String(line) : "\u{200B}\(line)" }
    },
    .init("blanks that do not break") { program in
        program.mapLines { line, isInString in
            let blanks = line.prefix { $0 == " " }
            return isInString
                ? String(line) : String(repeating: "\u{A0}", count: blanks.count) + line.dropFirst(blanks.count)
        }
    },
    .init("carriage returns and line feeds") { "Hi\r\n```python\r\n\($0.code.replacing("\n", with: "\r\n"))```\r\n" },
    .init("carriage returns alone") { $0.code.replacing("\n", with: "\r") },
    .init("carriage returns alone, fenced") { "Hi\r```python\r\($0.code.replacing("\n", with: "\r"))```\r" },
    .init("NUL in a comment") { "\($0.code)# \u{0}\n" },
    .init("NUL at the end") { "\($0.code)\u{0}\u{0}" },
    .init("colours of a terminal") { "\u{1B}[32m\($0.code)\u{1B}[0m" },
    .init("blanks at the ends of lines") { program in
        program.mapLines { line, isInString in isInString ? String(line) : "\(line)  " }
    },
]

private let draftShapes: [AnswerShape] = [
    .init("a draft before") { "First try:\n\($0.fencedDraft)\nBetter:\n\($0.fenced)" },
    .init("a sketch before") { "In outline:\n```python\nimport os\n# ...\n```\nThen:\n\($0.fenced)" },
    .init("same as before") { program in
        program.signature.map {
            "\(program.fenced)\nThe important change:\n```python\n\($0)\n    # ... same as before ...\n    limit = 3\n    # ...\n```"
        }
    },
    .init("dots among statements") { program in
        program.signature.map {
            "\(program.fenced)\nIn short:\n```python\n\($0)\n    limit = 3\n    ...\n```"
        }
    },
    .init("rest unchanged") { program in
        program.signature.map {
            "\(program.fenced)\nIn short:\n```python\n\($0)\n    limit = 3\n    # rest of the code unchanged\n```"
        }
    },
    .init("a bare signature after") { program in
        program.signature.map { "\(program.fenced)\nIts signature:\n```python\n\($0)\n```" }
    },
    .init("a stub after") { program in
        program.signature.map { "\(program.fenced)\nIts signature:\n```python\n\($0)\n    ...\n```" }
    },
    .init("a use after") { "\($0.fenced)\nUse it so:\n```python\nprint(\($0.entryPoints[0]))\n```" },
    .init("a torn draft after") { program in
        program.signature.map { "\(program.fenced)\nShorter:\n```python\n\($0)\n    return (name.\n" }
    },
    .init("tests below") {
        "```python\n\($0.code)\n\nif __name__ == \"__main__\":\n    print(\($0.entryPoints[0]))\n```"
    },
]

extension DatasetProgram {
    /// Rather than with a comment or a docstring, which nobody glues to words.
    fileprivate var beginsWithStatement: Bool {
        ["import ", "from ", "def ", "class ", "@"].contains { code.hasPrefix($0) }
    }
}
