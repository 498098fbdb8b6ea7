import re

START = "/programme"
# Nothing but host and port up to where path, query or fragment begin: with "@", "\" or
# control characters there, browsers and urllib do not agree on what the host is.
ADDRESS = re.compile(
    r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::[0-9]*)?(?:[/?#][!-~]*)?",
    re.IGNORECASE | re.ASCII,  # without ASCII, the long s (U+017F) counts as an "s"
)


def is_shop(host, shop):
    if shop.startswith("*."):
        return host.endswith(shop[1:]) and host != shop[1:]
    return host == shop


def way_to_shop(address, shops):
    found = ADDRESS.fullmatch(address)
    if not found:
        return START
    host = found[1].lower()
    if any(is_shop(host, shop) for shop in shops):
        return address
    return START
