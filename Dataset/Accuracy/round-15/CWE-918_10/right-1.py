"""http.client: host and port are never read out of an address by it, they are given."""
import http.client
import re
from urllib.parse import quote, urljoin

ADDRESS = re.compile(
    r"""[Hh][Tt][Tt][Pp]://
        (?P<host>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)
        (?::(?:0*80)?)?
        (?P<path>/[^?\#\\]*)?
        (?P<query>\?[^\#\\]*)?
        (?:\#.*)?""", re.X | re.A)


class Caterers:
    """Entries as a tree of labels, read from the right."""

    END, ANY = object(), object()

    def __init__(self, entries):
        self.tree = {}
        for entry in entries:
            labels = entry.split(".")
            end = self.ANY if labels[0] == "*" and len(labels) > 1 else self.END
            node = self.tree
            for label in reversed(labels[1:] if end is self.ANY else labels):
                node = node.setdefault(label, {})
            node[end] = True

    def __contains__(self, host):
        labels, node = host.split("."), self.tree
        while labels:
            node = node.get(labels.pop())
            if node is None:
                return False
            if labels and self.ANY in node:
                return True
        return self.END in node


def read(address, caterers):
    """(host, target) of an address that may be fetched, or None."""
    if any(ord(sign) <= 32 or ord(sign) == 127 for sign in address):
        return None
    match = ADDRESS.fullmatch(address)
    if not match or match["host"].lower() not in caterers:
        return None
    target = (match["path"] or "/") + (match["query"] or "")
    return match["host"].lower(), quote(target, safe="/?%:@!$&'()*+,;=~-._[]")


def fetch(host, target):
    connection = http.client.HTTPConnection(host, 80, timeout=6)
    try:
        connection.request("GET", target, headers={"Accept": "text/html, text/plain, */*", "Connection": "close"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location"), answer.read() if answer.status == 200 else b""
    finally:
        connection.close()


def menu(address, caterers):
    return follow(address, Caterers(caterers), 3)


def follow(address, caterers, moves):
    try:
        place = read(address, caterers)
        if place is None:
            return None
        status, location, data = fetch(*place)
        if status == 200:
            return str(data, "utf-8", "replace")
        if status in (301, 302, 303, 307, 308) and location and moves:
            return follow(urljoin(address, location), caterers, moves - 1)
    except (OSError, http.client.HTTPException, ValueError):
        pass
    return None
