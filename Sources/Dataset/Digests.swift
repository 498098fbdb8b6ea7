import Crypto
public import EvaluationCore
import Foundation

/// SHA-256 digests that name what a run depends on; lower-case hex.
public enum Digests {
    /// Over everything of the samples that a model may see.
    public static func texts(of samples: [Sample]) -> String {
        digest(of: samples) { sample in
            let signatures = sample.entryPoints.map(\.signature).joined(separator: "\n")
            return [
                sample.id.description, sample.problem, sample.problemAware, sample.insecureCode,
                sample.insecureCodeExplanation, sample.secureCode, signatures,
            ]
        }
    }

    /// Over everything of the samples that a verdict depends on.
    public static func checks(of samples: [Sample]) -> String {
        digest(of: samples) { sample in
            var parts = [sample.id.description, "\(sample.limits)"]
            parts.append(sample.entryPoints.map(\.name).joined(separator: "\n"))
            for file in sample.checks { parts += [file.path, file.source] }
            for example in sample.examples { parts += [example.setup ?? "", example.call, example.output ?? ""] }
            return parts
        }
    }

    private static func digest(of samples: [Sample], parts: (Sample) -> [String]) -> String {
        digest(samples.sorted { $0.id < $1.id }.flatMap(parts))
    }

    /// A short name for a list of versions.
    public static func name(_ parts: [String]) -> String { String(digest(parts).prefix(16)) }

    /// Every part is preceded by its length, so that moving text between parts changes the digest.
    static func digest(_ parts: [String]) -> String {
        var hash = SHA256()
        for part in parts {
            hash.update(data: Data("\(part.utf8.count):".utf8))
            hash.update(data: Data(part.utf8))
        }
        return hash.finalize().map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }
}
