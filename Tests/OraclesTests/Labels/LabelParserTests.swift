import EvaluationCore
import Oracles
import Testing

@Suite struct LabelParserTests {
    private static func type(_ id: String, _ name: String) -> WeaknessType {
        WeaknessType(id: WeaknessType.ID(id)!, row: 1, weaknesses: [CommonWeakness(id: id, name: name)], summary: "")
    }

    private let parser = LabelParser(listed: [
        type("CWE-79", "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')"),
        type("CWE-89", "Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')"),
        type("CWE-78", "Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')"),
        type("CWE-77", "Improper Neutralization of Special Elements used in a Command ('Command Injection')"),
        type("CWE-352", "Cross-Site Request Forgery (CSRF)"),
        type("CWE-22", "Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')"),
        type("CWE-20", "Improper Input Validation"),
        type("CWE-502", "Deserialization of Untrusted Data"),
    ])

    @Test(arguments: [
        "secure", "Secure.", "SECURE", "**Secure**", "`secure`", "> secure", "\"secure\"", "Answer: secure",
        "Final answer: **Secure**", "Label = secure", "{\"label\": \"secure\"}",
        "```json\n{\"answer\": \"Secure\"}\n```",
        "{\"vulnerable\": false}", "{\"is_secure\": true, \"reason\": \"the insecure call is gone\"}",
        "\\boxed{secure}", "\\boxed{\\text{secure}}", "The code is secure.", "This code is not vulnerable.",
        "It isn't insecure.", "No vulnerabilities were found.", "The function is free of vulnerabilities.",
        "The query is bound, so the code is safe.", "## Verdict\nSecure\n\nIt would be insecure if it joined strings.",
        "Answer:\nsecure", "Secure\n\nBecause parameters are bound, it is not vulnerable to SQL injection.",
        "At first it looks insecure. However, the path is resolved. Therefore, the code is secure.",
        "<think>This is insecure, or is it?</think>\nsecure", "The code isn’t vulnerable.",
        "Is it secure or insecure? The code is secure.", "No, it is not vulnerable.",
        "The code does not contain any obvious security vulnerabilities.", "It prevents SQL injection vulnerabilities.",
        "There is no SQL injection vulnerability here.", "The query is not built by hand, which is secure.",
        "No vulnerability: input is checked and the path is resolved.",
    ])
    func `reads secure`(text: String) {
        #expect(parser.parse(text, task: .detect) == .secure)
    }

    @Test(arguments: [
        "insecure", "Insecure.", "INSECURE!", "*insecure*", "Vulnerable", "unsafe", "Not secure.", "non-secure",
        "The code is not secure.", "This code isn't secure.", "It is not safe at all.",
        "The code is vulnerable to XSS.",
        "Answer: insecure", "Verdict: not secure", "{\"label\": \"INSECURE\"}", "{\"vulnerable\": true}",
        "{\"is_secure\": false}", "The snippet contains a vulnerability.",
        "This is insecure. To make it secure, bind the parameter.",
        "Insecure; a secure version would bind the parameter.",
        "The code is never secure when the name comes from a user.",
        "I would say: insecure", "Classification: Insecure (CWE-89)", "It is secure\nAnswer: insecure",
        "The code would be secure if it validated, but it does not. It is insecure.",
        "Insecure: the secure one is below, and it is secure.", "Insecure - this call is not secure",
        "Not secure (see below). It is safe otherwise.", "1. Insecure\n2. It joins strings.", "The answer is: insecure",
        "Yes, the code is vulnerable.", "It does not validate input, making it vulnerable.",
        "The name is not checked, which is insecure.", "The path is not resolved, so it is not secure.",
        "This could be vulnerable to SQL injection.", "It is not only insecure but also slow.",
        "The code does not prevent vulnerabilities.", "It uses no parameters and is insecure.",
        "The check is missing, which could lead to vulnerabilities.", "unsecure",
        "The code is subject to a vulnerability.",
    ])
    func `reads insecure`(text: String) {
        #expect(parser.parse(text, task: .detect) == .insecure)
    }

    @Test(arguments: [
        "", "   \n", "Yes", "I cannot tell.", "secure or insecure", "It is secure. It is insecure.", "CWE-89",
        "def f(): pass", "Secure\nInsecure", "{\"label\": 3}", "{\"label\":", "To make it secure, add a check.",
        "secured/insecure?",
        "\u{0}\u{1B}[31m", "It depends on whether it is secure.",
    ])
    func `says so when there is no one label`(text: String) {
        #expect(parser.parse(text, task: .detect) == .unparsed)
    }

    @Test(arguments: [
        ("CWE-89", "CWE-89"), ("cwe-89", "CWE-89"), ("CWE 89", "CWE-89"), ("CWE_089", "CWE-89"), ("CWE89.", "CWE-89"),
        ("CWE–89", "CWE-89"), ("**CWE-89**: SQL Injection", "CWE-89"), ("89", "CWE-89"), ("{\"cwe\": 89}", "CWE-89"),
        ("{\"type\": \"CWE-89\", \"why\": \"CWE-79 needs a page\"}", "CWE-89"), ("Answer: CWE-89", "CWE-89"),
        ("It looks like CWE-79 or CWE-20.\nFinal answer: CWE-89", "CWE-89"), ("\\boxed{CWE-89}", "CWE-89"),
        ("The code is vulnerable to SQL injection.", "CWE-89"), ("SQL Injection", "CWE-89"), ("SQLi", "CWE-89"),
        ("This is CWE-89, not CWE-79.", "CWE-89"), ("CWE-89 rather than CWE-77 fits.", "CWE-89"),
        ("CWE-89\n\nIt could lead to CWE-20 as well.", "CWE-89"), ("CWE-89, as CWE-89 covers queries", "CWE-89"),
        ("OS command injection", "CWE-78"), ("A command injection", "CWE-77"), ("XSS", "CWE-79"),
        ("cross site scripting", "CWE-79"),
        ("CSRF", "CWE-352"), ("Path traversal!", "CWE-22"), ("Directory Traversal", "CWE-22"),
        ("insecure deserialization", "CWE-502"), ("improper input validation", "CWE-20"),
        ("Type: CWE-22 (Path Traversal)", "CWE-22"), ("- CWE-22: a file name, as in CWE-20", "CWE-22"),
        ("not XSS but SQL injection", "CWE-89"),
    ])
    func `reads a listed type`(text: String, type: String) throws {
        #expect(parser.parse(text, task: .classify) == .type(try #require(WeaknessType.ID(type))))
    }

    @Test(arguments: [
        ("CWE-1336", "CWE-1336"), ("Answer: cwe 0862", "CWE-862"), ("{\"cwe\": \"CWE-287\"}", "CWE-287"),
        ("The right one is CWE-327.", "CWE-327"), ("611", "CWE-611"),
    ])
    func `names a type that was not listed`(text: String, foreign: String) {
        #expect(parser.parse(text, task: .classify) == .otherType(foreign))
    }

    @Test(arguments: [
        "", "I do not know.", "CWE-79 or CWE-89", "insecure", "Buffer trouble", "CWE-", "not CWE-89",
        "SQL injection and path traversal", "Possibly: CWE-79, CWE-89, CWE-22.", "{\"cwe\": null}", "sqlite is fun",
    ])
    func `is unparsed without one type`(text: String) {
        #expect(parser.parse(text, task: .classify) == .unparsed)
    }

    @Test func `code has no label`() {
        #expect(parser.parse("secure", task: .generate) == .unparsed)
    }

    @Test func `a long answer is read in one pass`() {
        let text =
            String(repeating: "The value is read and then it is written again. ", count: 4000) + "\nAnswer: secure"
        #expect(parser.parse(text, task: .detect) == .secure)
    }
}
