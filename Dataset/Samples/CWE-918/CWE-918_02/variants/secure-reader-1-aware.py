import html
import http.client
import ipaddress
import re
import socket
from urllib.parse import quote, urljoin, urlsplit

_TITLE = re.compile(rb"<title>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_REDIRECTS = (301, 302, 303, 307, 308)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LIMIT = 5_000_000
_SAFE = "%/:=&?~+!$,;'@()*[]"


def _is_public(text):
    address = ipaddress.ip_address(text.partition("%")[0])
    if address.version == 6:
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return _is_public(str(inner))
        if address in _NAT64:
            return _is_public(str(ipaddress.ip_address(int(address) & 0xFFFFFFFF)))
    return (address.is_global and not address.is_multicast
            and not address.is_reserved and not getattr(address, "is_site_local", False) and not address.is_unspecified)


class _PinnedConnection(http.client.HTTPConnection):
    """Resolves the name once, checks all addresses and connects to a checked one."""

    def connect(self):
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(entry[4][0] for entry in found))
        if not addresses or not all(_is_public(address) for address in addresses):
            raise OSError("not a public address")
        failure = None
        for address in addresses:
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
                return
            except OSError as error:
                failure = error
        raise failure


def _get(url):
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError("not an http address")
    host = parts.hostname
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    port = 80 if parts.port is None else parts.port
    path = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_SAFE)
    connection = _PinnedConnection(host, port, timeout=10)
    try:
        connection.request("GET", path, headers={"User-Agent": "notice-board"})
        response = connection.getresponse()
        body = response.read(_LIMIT) if response.status == 200 else b""
        return response.status, response.getheader("Location"), body
    finally:
        connection.close()


def page_title(url):
    for _step in range(4):
        if not url.lower().startswith("http://"):
            return None
        try:
            status, location, body = _get(url)
            if status in _REDIRECTS and location:
                url = urljoin(url, location)
                continue
        except (OSError, ValueError, http.client.HTTPException):
            return None
        match = _TITLE.search(body) if status == 200 else None
        if match is None:
            return None
        text = html.unescape(match[1].decode("utf-8", errors="replace"))
        return " ".join(text.split())
    return None
