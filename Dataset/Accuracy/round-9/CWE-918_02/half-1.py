"""The titles of the pages that the notice board links to."""

import html
import http.client
import ipaddress
import re
import socket
from urllib.parse import quote, urljoin, urlsplit

STEPS = 3
LIMIT = 2_000_000
TITLE = re.compile(r"<title>(.*?)</title>", re.IGNORECASE | re.DOTALL)


class _NotPublic(Exception):
    pass


def _public_addresses(host, port):
    """All addresses of the host, if each of them is public."""
    addresses = []
    for *_, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        address = ipaddress.ip_address(place[0])
        # is_global is what IANA's registries say: no private, local, shared, reserved ... address
        if not address.is_global or address.is_multicast:
            raise _NotPublic(place[0])
        if place[0] not in addresses:
            addresses.append(place[0])
    return addresses


class _Connection(http.client.HTTPConnection):
    """A connection to an address that was checked, not to whatever the name means by now."""

    def __init__(self, host, port):
        super().__init__(host, port, timeout=10)
        self.addresses = _public_addresses(host, port)

    def connect(self):
        for number, address in enumerate(self.addresses, 1):
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
                return
            except OSError:
                if number == len(self.addresses):
                    raise


def _ask(url):
    parts = urlsplit(url)
    if not parts.hostname or "\\" in parts.netloc:
        raise _NotPublic(url)
    connection = _Connection(parts.hostname, parts.port or 80)
    try:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
        if parts.query:
            path += "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~[]")
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Location"), answer.read(LIMIT)
    finally:
        connection.close()


def page_title(url):
    try:
        for _ in range(STEPS + 1):
            if not url.startswith("http://"):
                return None
            status, location, body = _ask(url)
            if status == 200:
                found = TITLE.search(body.decode("utf-8", "replace"))
                return " ".join(html.unescape(found[1]).split()) if found else None
            if status not in (301, 302, 303, 307, 308) or location is None:
                return None
            url = urljoin(url, location)
    except (_NotPublic, OSError, http.client.HTTPException, ValueError):
        pass
    return None
