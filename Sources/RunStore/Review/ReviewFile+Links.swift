import Crypto
public import EvaluationCore
import Foundation
import GRDB

extension ReviewFile {
    /// Makes a link for somebody; one that was given to them before holds no more.
    ///
    /// - Returns: its token, 32 hexadecimal digits (128 random bits). It is kept as a digest alone, and cannot be had again.
    /// - Throws: `UserError` for a rater that the review has not.
    public func invite(_ person: ReviewPerson) throws -> String {
        if case .rater(let name) = person { try checkRater(name) }
        let token = randomToken()
        try writing { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO link (digest, role, person) VALUES (?, ?, ?)",
                arguments: [Self.digest(token), person.role, person.name])
        }
        return token
    }

    /// - Returns: whether there was a link.
    public func revoke(_ person: ReviewPerson) throws -> Bool {
        try writing { database in
            try database.execute(
                sql: "DELETE FROM link WHERE role = ? AND person = ?", arguments: [person.role, person.name])
            return database.changesCount > 0
        }
    }

    /// Who has a link that holds; raters first, by name.
    public func invited() throws -> [ReviewPerson] {
        try reading { database in
            try Row.fetchAll(database, sql: "SELECT role, person FROM link ORDER BY role DESC, person").compactMap {
                ReviewPerson(role: $0["role"], name: $0["person"])
            }
        }
    }

    public func person(withToken token: String) throws -> ReviewPerson? {
        // The time that a look-up takes tells of the digest, and nobody can choose that.
        try reading { database in
            try Row.fetchOne(
                database, sql: "SELECT role, person FROM link WHERE digest = ?", arguments: [Self.digest(token)]
            ).flatMap { ReviewPerson(role: $0["role"], name: $0["person"]) }
        }
    }

    /// - Throws: `UserError` for a name that is no rater's.
    public func checkRater(_ name: String) throws {
        let raters = try raters()
        guard raters.contains(name) else {
            throw UserError(
                "the review has no rater '\(name)'", remedy: "its raters are \(raters.joined(separator: ", "))")
        }
    }

    private static func digest(_ token: String) -> String {
        SHA256.hash(data: Data(token.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

extension ReviewPerson {
    fileprivate var role: String {
        switch self {
        case .rater: "rater"
        case .adjudicator: "adjudicator"
        }
    }

    fileprivate init?(role: String, name: String) {
        switch role {
        case "rater": self = .rater(name)
        case "adjudicator": self = .adjudicator(name)
        default: return nil
        }
    }
}
