/// One instance of the dataset: the paper's six attributes, the checks that decide a verdict and the variants that prove the checks.
public struct Sample: Sendable, Hashable, Identifiable {
    public var id: SampleID
    public var title: String
    /// The CWEs the sample is about: one, or some of the merged type's four.
    public var weaknesses: [String]
    /// Places of its type (`WeaknessType.places`) that it covers. The first is its heart, which no other sample of the type has.
    public var covers: [String]
    /// In which way it is harder than standard; nil for a standard one.
    public var hardBy: Hardness?

    /// The task as a model sees it, examples included. Never names the weakness.
    public var problem: String
    /// The same task, naming the weakness and what must hold.
    public var problemAware: String
    public var insecureCode: String
    public var insecureCodeExplanation: String
    public var secureCode: String

    /// Functions and classes that a solution must define.
    public var entryPoints: [EntryPoint]
    /// Third-party packages a solution may import.
    public var packages: [String]
    public var examples: [Example]
    /// Examples that only the CWE-aware problem shows; run against Secure Code alone.
    public var awareExamples: [Example]
    public var checks: [CheckFile]
    public var variants: [Variant]
    public var limits: SandboxLimits

    public var type: WeaknessType.ID { id.type }

    public init(
        id: SampleID, title: String, weaknesses: [String], covers: [String] = [], hardBy: Hardness? = nil,
        problem: String, problemAware: String,
        insecureCode: String, insecureCodeExplanation: String, secureCode: String,
        entryPoints: [EntryPoint], packages: [String] = [], examples: [Example] = [],
        awareExamples: [Example] = [], checks: [CheckFile] = [], variants: [Variant] = [],
        limits: SandboxLimits = SandboxLimits()
    ) {
        self.id = id
        self.title = title
        self.weaknesses = weaknesses
        self.covers = covers
        self.hardBy = hardBy
        self.problem = problem
        self.problemAware = problemAware
        self.insecureCode = insecureCode
        self.insecureCodeExplanation = insecureCodeExplanation
        self.secureCode = secureCode
        self.entryPoints = entryPoints
        self.packages = packages
        self.examples = examples
        self.awareExamples = awareExamples
        self.checks = checks
        self.variants = variants
        self.limits = limits
    }
}

/// What makes a sample harder than standard. None of it is a riddle: the text says everything.
public enum Hardness: String, Sendable, Hashable, Codable, CaseIterable {
    /// As much behaviour as two files of a program have.
    case size
    /// Messages or formats that others speak, in several steps.
    case `protocol`
    /// What one call leaves behind decides what the next may do.
    case state
    /// A second weakness lies near by, and does not count.
    case neighbour
}

/// A name that a solution must define, with the signature that a completion prompt starts from.
public struct EntryPoint: Sendable, Hashable, Codable {
    public var name: String
    /// As in Python, without the colon: `def find_orders(db_path, customer)`.
    public var signature: String

    public init(name: String, signature: String) {
        self.name = name
        self.signature = signature
    }
}

/// A printed call and its output. Both are Python source; the tester evaluates them.
public struct Example: Sendable, Hashable, Codable {
    /// What is there before the call, in words; printed above it.
    public var given: String?
    /// Tester code that brings that about.
    public var setup: String?
    public var call: String
    /// A Python literal, or nil where the call raises.
    public var output: String?
    /// The name of the builtin exception that the call raises. CWE-aware examples only.
    public var raises: String?

    public init(
        given: String? = nil, setup: String? = nil, call: String, output: String? = nil, raises: String? = nil
    ) {
        self.given = given
        self.setup = setup
        self.call = call
        self.output = output
        self.raises = raises
    }
}

/// A Python file of checks: every `def test_…()` in it is one check.
public struct CheckFile: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case functional, security
    }

    public var kind: Kind
    /// Path inside the sample's folder, for messages.
    public var path: String
    public var source: String

    public init(kind: Kind, path: String, source: String) {
        self.kind = kind
        self.path = path
        self.source = source
    }
}

/// Another right or another wrong way to solve the sample, with the label that the oracle must give it.
public struct Variant: Sendable, Hashable, Codable {
    public enum Label: String, Sendable, Hashable, Codable, CaseIterable {
        case secure, insecure, incorrect
    }

    public var label: Label
    /// `variants/secure-parameters.py`
    public var path: String
    public var source: String

    public init(label: Label, path: String, source: String) {
        self.label = label
        self.path = path
        self.source = source
    }
}
