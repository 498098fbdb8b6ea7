from urllib.parse import urlsplit


def is_shop(host, shops):
    for shop in shops:
        if shop.startswith("*.") and host.endswith(shop[1:]):
            return True
        if host == shop:
            return True
    return False


def way_to_shop(address, shops):
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/programme"
    if parts.scheme in ("http", "https") and is_shop(parts.hostname or "", shops):
        return address
    return "/programme"
