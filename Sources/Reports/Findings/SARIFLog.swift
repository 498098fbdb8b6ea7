internal import EvaluationCore

/// What is used here of the format's object model; names are the format's own.
struct SARIFLog: Encodable {
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    let version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    struct Run: Encodable {
        var tool: Tool
        var automationDetails: AutomationDetails
        var artifacts: [Artifact]
        var results: [Result]
        /// Columns are not given; this only says how they would be counted.
        let columnKind = "unicodeCodePoints"
    }

    struct Tool: Encodable {
        var driver: Driver
    }

    struct Driver: Encodable {
        var name: String
        var semanticVersion: String
        var rules: [Rule]
    }

    struct AutomationDetails: Encodable {
        var id: String
    }

    struct Message: Encodable {
        var text: String
    }

    struct Rule: Encodable {
        var id: String
        var name: String
        var shortDescription: Message
        var fullDescription: Message
        /// The merged type has four entries in MITRE's list, and no address of its own.
        var helpUri: String?
        var defaultConfiguration = ["level": "error"]
        var properties: [String: [String]]

        init(_ type: WeaknessType) {
            id = type.id.description
            name = type.weaknesses.count == 1 ? type.weaknesses[0].name : "Authorisation and authentication"
            shortDescription = Message(text: type.weaknesses.map { "\($0.id): \($0.name)" }.joined(separator: "; "))
            fullDescription = Message(text: type.summary)
            if type.weaknesses.count == 1 {
                helpUri = "https://cwe.mitre.org/data/definitions/\(type.weaknesses[0].id.dropFirst(4)).html"
            }
            // The form that code hosts know: external/cwe/cwe-089.
            properties = [
                "tags": ["security"]
                    + type.weaknesses.map { weakness in
                        let number = String(weakness.id.dropFirst(4))
                        return "external/cwe/cwe-" + String(repeating: "0", count: max(0, 3 - number.count)) + number
                    }
            ]
        }
    }

    struct Artifact: Encodable {
        var location: ArtifactLocation
        var contents: [String: String]
        let sourceLanguage = "python"

        init(location: ArtifactLocation, code: String) {
            self.location = location
            contents = ["text": code]
        }
    }

    struct ArtifactLocation: Encodable {
        var uri: String
        var index: Int?
    }

    struct Region: Encodable {
        var startLine: Int
        var endLine: Int
    }

    struct PhysicalLocation: Encodable {
        var artifactLocation: ArtifactLocation
        var region: Region
    }

    struct Location: Encodable {
        var physicalLocation: PhysicalLocation
    }

    struct Result: Encodable {
        var ruleId: String
        var ruleIndex: Int
        let level = "error"
        let kind = "fail"
        var message: Message
        var locations: [Location]
        var partialFingerprints: [String: String]
        var properties: Properties
    }

    struct Properties: Encodable {
        var model: String
        var task: String
        var sample: String
        var attempt: Int
        var check: String?
    }
}
