import string
from urllib.parse import urlsplit

START = "/programme"
HOST_LETTERS = frozenset(string.ascii_lowercase + string.digits + "-.")


class Shops:
    def __init__(self, shops):
        self.hosts = {shop for shop in shops if not shop.startswith("*.")}
        self.parents = {shop[2:] for shop in shops if shop.startswith("*.")}

    def __contains__(self, host):
        if host in self.hosts:
            return True
        labels = host.split(".")
        if "" in labels:
            return False
        return any(".".join(labels[start:]) in self.parents for start in range(1, len(labels)))


def way_to_shop(address, shops):
    if any(not "!" <= character <= "~" for character in address):
        return START
    try:
        parts = urlsplit(address)
    except ValueError:
        return START
    if parts.scheme not in ("http", "https"):
        return START
    host, _, port = parts.netloc.partition(":")
    if port and not port.isdigit():
        return START
    host = host.lower()
    if not HOST_LETTERS.issuperset(host) or host not in Shops(shops):
        return START
    return address
