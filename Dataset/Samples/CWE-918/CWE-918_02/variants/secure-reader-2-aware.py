import html
import http.client
import ipaddress
import re
import socket
from urllib.parse import quote, urljoin, urlsplit

TIMEOUT = 10
MAX_BYTES = 2_000_000
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def _is_public(text):
    address = ipaddress.ip_address(text.partition("%")[0])
    if address.version == 6:
        if address.ipv4_mapped:
            address = address.ipv4_mapped
        elif address.sixtofour or address.teredo:
            return False
        elif address in NAT64 or int(address) < 2**32:
            address = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.is_global and not address.is_multicast and not address.is_reserved and not getattr(address, "is_site_local", False)


class _PinnedConnection(http.client.HTTPConnection):
    """Connects to an address that was checked, not to what the name means by then."""

    def __init__(self, host, port, address):
        super().__init__(host, port, timeout=TIMEOUT)
        self._address = address

    def connect(self):
        self.sock = socket.create_connection((self._address, self.port), TIMEOUT)


def _ask(url):
    """(status, location, body); raises OSError, ValueError or HTTPException."""
    if not url.startswith("http://") or re.search(r"[\s\\\x00-\x20\x7f]", url):
        raise ValueError("not an address of a page")
    parts = urlsplit(url)
    if not parts.hostname or "@" in parts.netloc:
        raise ValueError("no host")
    port = 80 if parts.port is None else parts.port
    found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    addresses = [entry[4][0] for entry in found]
    if not addresses or not all(_is_public(address) for address in addresses):
        raise ValueError("not a public machine")

    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        target += "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
    host = parts.hostname.encode("idna").decode("ascii") if ":" not in parts.hostname else parts.hostname
    connection = _PinnedConnection(host, port, addresses[0])
    try:
        connection.request("GET", target)
        response = connection.getresponse()
        return response.status, response.getheader("Location"), response.read(MAX_BYTES)
    finally:
        connection.close()


def _title(body):
    text = body.decode("utf-8", "replace")
    start = re.search("<title>", text, re.IGNORECASE)
    end = start and re.compile("</title>", re.IGNORECASE).search(text, start.end())
    if not end:
        return None
    return " ".join(html.unescape(text[start.end():end.start()]).split())


def page_title(url):
    try:
        for _ in range(1 + 3):
            status, location, body = _ask(url)
            if status == 200:
                return _title(body)
            if status not in (301, 302, 303, 307, 308) or not location:
                return None
            url = urljoin(url, location)
    except (OSError, ValueError, http.client.HTTPException):
        pass
    return None
