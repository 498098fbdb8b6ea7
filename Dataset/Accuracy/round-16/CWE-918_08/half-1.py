"""Crests of the clubs, for the score board."""
import base64
import http.client
import ipaddress
import re
import socket
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin, urlsplit

REDIRECTS = (301, 302, 303, 307, 308)
TIMEOUT = 10


class _Refused(Exception):
    """An address that we do not open."""


def _public(text):
    address = ipaddress.ip_address(text.partition("%")[0])
    if address.version == 6:
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return _public(str(inner))
        if address.is_site_local:
            return False
    return not (address.is_private or address.is_loopback or address.is_link_local
                or address.is_multicast or address.is_reserved or address.is_unspecified)


class _Connection(http.client.HTTPConnection):
    """Opens just the address that was checked, whatever the name means the next time."""

    def __init__(self, host, port, addresses):
        super().__init__(host, port, timeout=TIMEOUT)
        self._addresses = addresses

    def connect(self):
        for number, address in enumerate(self._addresses, 1):
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
                return
            except OSError:
                if number == len(self._addresses):
                    raise


def _fetch(url):
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        raise _Refused(url)
    port = parts.port or 80
    found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(entry[4][0] for entry in found))
    if not addresses or not all(map(_public, addresses)):
        raise _Refused(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        path += "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._")
    connection = _Connection(parts.hostname.encode("idna").decode(), port, addresses)
    try:
        connection.request("GET", path, headers={"User-Agent": "score-board"})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def _kind(header):
    return (header or "").split(";")[0].strip() or "text/plain"


def _http(url):
    for _ in range(4):
        status, headers, body = _fetch(url)
        if status in REDIRECTS and "Location" in headers:
            url = urljoin(url, headers["Location"])
            continue
        return (_kind(headers["Content-Type"]), body) if status == 200 else None
    return None


def _data(rest):
    head, comma, data = rest.partition(",")
    if not comma:
        return None
    content = unquote_to_bytes(data)
    if head.lower().endswith(";base64"):
        content = base64.b64decode(re.sub(rb"\s", b"", content))
    return _kind(head), content


class Crests:
    def __init__(self):
        self._addresses = {}

    def enter(self, club, address):
        self._addresses.pop(club, None)
        if address.partition(":")[0].lower() not in ("http", "data", "like"):
            raise ValueError("http:, data: or like:")
        self._addresses[club] = address

    def crest(self, club):
        for _ in range(6):
            address = self._addresses.get(club)
            if address is None:
                return None
            scheme, _, rest = address.partition(":")
            try:
                if scheme.lower() == "data":
                    return _data(rest)
                if scheme.lower() == "http":
                    return _http(address)
            except (_Refused, OSError, ValueError, http.client.HTTPException):
                return None
            club = unquote(rest)
        return None
