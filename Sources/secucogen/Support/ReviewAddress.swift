import Foundation

/// `https://judge.example.org:8443`: where a review is served, as browsers write an origin (RFC 6454, section 6.2).
struct ReviewAddress {
    let origin: String

    init?(_ text: String) {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = url.host()?.lowercased(), !host.isEmpty, ["", "/"].contains(url.path()), url.query() == nil,
            url.fragment() == nil, url.user() == nil
        else { return nil }
        let usual = scheme == "https" ? 443 : 80
        origin = "\(scheme)://\(host)" + (url.port.map { $0 == usual ? "" : ":\($0)" } ?? "")
    }
}
