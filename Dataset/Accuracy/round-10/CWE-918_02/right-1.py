import html
import http.client
import ipaddress
import re
import socket
import urllib.parse

SAFE = "/%:@!$&'()*+,;=~-._?"

_NOT_FOR_ALL = [ipaddress.ip_network(text) for text in (
    "192.88.99.0/24", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16")]
_V6_PUBLIC = ipaddress.ip_network("2000::/3")


def _is_public(text):
    """Whether this is the address of a machine that everybody can reach. IPv6 addresses that
    carry an IPv4 address (mapped, 6to4, Teredo, NAT64) and multicast ones are none."""
    address = ipaddress.ip_address(text)
    if address.version == 6 and address not in _V6_PUBLIC:
        return False
    return (address.is_global and not address.is_multicast and not address.is_reserved
            and not any(address in network for network in _NOT_FOR_ALL if network.version == address.version))


class _NotForUs(Exception):
    pass


class _Link:
    """A link taken apart; name and port are read once, and used as read."""

    def __init__(self, url):
        if not url.startswith("http://"):
            raise _NotForUs(url)
        parts = urllib.parse.urlsplit(url)
        self.url = url
        self.port = 80 if parts.port is None else parts.port
        name = parts.hostname or ""
        self.is_v6 = ":" in name
        self.name = name if self.is_v6 else name.encode("idna").decode("ascii")
        if not self.name:
            raise _NotForUs(url)
        self.target = urllib.parse.quote(parts.path or "/", SAFE)
        if parts.query:
            self.target += "?" + urllib.parse.quote(parts.query, SAFE)

    @property
    def host_header(self):
        name = f"[{self.name}]" if self.is_v6 else self.name
        return name if self.port == 80 else f"{name}:{self.port}"

    def addresses(self):
        """The public addresses of the host, in the order of the name server; none if one is not public."""
        found = list(dict.fromkeys(
            entry[4][0] for entry in socket.getaddrinfo(self.name, self.port, 0, socket.SOCK_STREAM)))
        if not all(map(_is_public, found)):
            raise _NotForUs(self.url)
        return found

    def ask(self):
        for address in self.addresses():
            line = http.client.HTTPConnection(address, self.port, timeout=8)
            try:
                line.connect()
            except OSError:
                continue
            try:
                line.putrequest("GET", self.target, skip_host=True)
                line.putheader("Host", self.host_header)
                line.putheader("Connection", "close")
                line.endheaders()
                answer = line.getresponse()
                return answer.status, answer.headers.get("Location"), answer.read()
            finally:
                line.close()
        raise _NotForUs(self.url)

    def onward(self, location):
        return _Link(urllib.parse.urljoin(self.url, location.encode("latin-1").decode("utf-8", "replace")))


def _title(page):
    found = re.search("<title>(.*?)</title>", page.decode("utf-8", errors="replace"), re.I | re.S)
    return re.sub(r"\s+", " ", html.unescape(found.group(1))).strip() if found else None


def page_title(url, steps=3):
    try:
        link = _Link(url)
        while True:
            status, location, page = link.ask()
            if status == 200:
                return _title(page)
            if status not in (301, 302, 303, 307, 308) or location is None or steps == 0:
                return None
            link, steps = link.onward(location), steps - 1
    except (_NotForUs, OSError, ValueError, http.client.HTTPException):
        return None
