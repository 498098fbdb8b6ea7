import Testing

@testable import Dataset

@Suite struct AnsweredFilesTests {
    private let patterns = ["problem.md", "secure.py", "variants/*.py"]

    private func files(_ answer: String) -> [String: String] { AnsweredFiles(answer, patterns: patterns).files.texts }

    @Test(arguments: [
        "````python secure.py\nx = 1\n````", "```python secure.py\nx = 1\n```", "```secure.py\nx = 1\n```",
        "Here it is, `secure.py`:\n\n```python\nx = 1\n```", "### secure.py\n~~~python\nx = 1\n~~~",
        "**secure.py**\n```\nx = 1\n```\nDone.", "1. secure.py:\n   ```python\nx = 1\n   ```",
        "<think>```python secure.py\nwrong\n```</think>\n````python secure.py\nx = 1\n````",
        "````python secure.py\r\nx = 1\r\n````\r\n", "````python secure.py\nx = 1",
        "````python secure.py\nx = 1\n```", "````python secure.py\nx = 1\n```\n\n",
    ])
    func `a file is found by the name in its fence or above it`(answer: String) {
        #expect(files(answer) == ["secure.py": "x = 1\n"])
    }

    @Test func `a longer fence holds shorter ones`() {
        let text = "Files look so:\n\n```json\n{}\n```\n"
        #expect(files("````markdown problem.md\n\(text)````") == ["problem.md": text])
    }

    @Test func `a shorter fence at the end that closes another belongs to the file`() {
        let text = "So:\n\n```json\n{}\n```\n"
        #expect(files("````markdown problem.md\n\(text.dropLast())") == ["problem.md": text])
        #expect(files("````markdown problem.md\n\(text)```\n") == ["problem.md": text])
    }

    @Test func `the only block is the only file that is asked for`() {
        let block = "````yaml\nx: 1\n````"
        #expect(AnsweredFiles(block, patterns: ["idea.yaml"]).files.texts == ["idea.yaml": "x: 1\n"])
        #expect(AnsweredFiles(block + "\n\n" + block, patterns: ["idea.yaml"]).files.texts.isEmpty)
        #expect(AnsweredFiles(block, patterns: ["variants/*.py"]).files.texts.isEmpty)
        #expect(AnsweredFiles(block, patterns: ["idea.yaml", "secure.py"]).files.texts.isEmpty)
    }

    @Test func `several files come in one answer, and of two with one name the last counts`() {
        let answer = "```secure.py\na\n```\n```problem.md\nb\n```\n```secure.py\nc\n```"
        #expect(files(answer) == ["secure.py": "c\n", "problem.md": "b\n"])
    }

    @Test(arguments: [
        "variants/secure-a.py", "variants/insecure-two-doors.py", "variants/incorrect-1.py",
    ])
    func `variants have names of their own`(path: String) {
        #expect(files("```python \(path)\nx\n```") == [path: "x\n"])
    }

    @Test(arguments: [
        "variants/../../secure.py", "variants/secure-../x.py", "variants/other.py", "variants/secure-A.py",
        "variants/secure-a.py/x.py", "../secure.py", "/secure.py", "record.json", "checks/security.py", "sample.yaml",
        "variants/secure-\(String(repeating: "a", count: 80)).py", "secure.pyc",
    ])
    func `no other name becomes a file`(path: String) {
        #expect(
            files("```python \(path)\nx\n```").keys.allSatisfy { $0 == "secure.py" && path.hasSuffix("/secure.py") })
    }
}
