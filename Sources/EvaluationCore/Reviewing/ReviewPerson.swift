/// Who may take part in a review over the network, by a link of their own.
public enum ReviewPerson: Sendable, Hashable {
    case rater(String)
    case adjudicator(String)

    public var name: String {
        switch self {
        case .rater(let name), .adjudicator(let name): name
        }
    }
}
