import Foundation

/// The labels in JSON objects within a text, such as `{"label": "insecure"}` or `{"vulnerable": true}`, the last
/// object first; what is yes or no is spelt out.
func labelsInJSON(_ text: String) -> [String] {
    text.matches(of: /\{[^{}]*\}/).reversed().compactMap { match in
        let data = Data(match.output.utf8)
        guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else { return nil }
        return label(in: object)
    }
}

private let keys = [
    "label", "answer", "final_answer", "verdict", "classification", "prediction", "result", "type", "cwe", "cwe_id",
    "weakness", "vulnerability_type", "vulnerability", "secure", "is_secure", "insecure", "is_insecure", "vulnerable",
    "is_vulnerable",
]

private func label(in object: [String: Any]) -> String? {
    let byKey = Dictionary(object.map { ($0.lowercased(), $1) }, uniquingKeysWith: { first, _ in first })
    for key in keys {
        switch byKey[key] {
        case let text as String: return text
        // NSNumber holds both; a number under `cwe` is a CWE.
        case let number as NSNumber: return spelt(number, key: key)
        default: continue
        }
    }
    return nil
}

private func spelt(_ number: NSNumber, key: String) -> String {
    switch key {
    case "secure", "is_secure": number.boolValue ? "secure" : "insecure"
    case "insecure", "is_insecure", "vulnerable", "is_vulnerable", "vulnerability":
        number.boolValue ? "insecure" : "secure"
    default: number.stringValue
    }
}
