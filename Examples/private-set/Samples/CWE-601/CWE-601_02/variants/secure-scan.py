LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def host_of(address):
    scheme, colon, rest = address.partition("://")
    if not colon or scheme.lower() not in ("http", "https"):
        return None
    if not all("!" <= character <= "~" for character in address):
        return None
    end = min((rest.find(mark) for mark in "/?#" if mark in rest), default=len(rest))
    authority = rest[:end]
    host, _, port = authority.lower().partition(":")
    if port and not port.isdecimal():
        return None
    for label in host.split("."):
        if not label or not LETTERS.issuperset(label):
            return None
    return host


def fits(host, shop):
    star, _, parent = shop.partition("*.")
    if parent and not star:
        below, dot, _ = host.rpartition("." + parent)
        return bool(below and dot) and host == below + dot
    return host == shop


def way_to_shop(address, shops):
    host = host_of(address)
    if host and any(fits(host, shop) for shop in shops):
        return address
    return "/programme"
