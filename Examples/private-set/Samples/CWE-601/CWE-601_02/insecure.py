from urllib.parse import urlsplit

START = "/programme"


def is_shop(host, shop):
    if shop.startswith("*."):
        return host.endswith(shop[2:]) and host != shop[2:]
    return host == shop


def way_to_shop(address, shops):
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return START
    if parts.scheme not in ("http", "https") or not host:
        return START
    if any(is_shop(host, shop) for shop in shops):
        return address
    return START
