"""The crests of the rowing clubs for the score board."""
import base64
import binascii
import http.client
import ipaddress
import re
import socket
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin, urlsplit

SECONDS = 5
MOST_REDIRECTS = 3
MOST_LIKES = 5
UNICAST = ipaddress.ip_network("2000::/3")      # all of IPv6 that is given out
TUNNELS = [ipaddress.ip_network(net) for net in ("2001::/23", "2002::/16")]


class Refused(Exception):
    """This is none of the addresses that we open."""


def is_public(address):
    address = ipaddress.ip_address(address)
    if address.version == 6 and not address.ipv4_mapped:
        # what has an IPv4 address in it (6to4, Teredo, NAT64 ...) would lead who knows where
        if address not in UNICAST or any(address in net for net in TUNNELS):
            return False
    # is_global looks into IPv4-mapped addresses by itself
    return address.is_global and not address.is_multicast


def resolve(host, port):
    """The addresses of a host, if all of them are public."""
    found = [info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(is_public(address) for address in found):
        raise Refused(host)
    return found


class CheckedConnection(http.client.HTTPConnection):
    """Looks the name up once, and connects to just what it has checked."""

    def connect(self):
        problem = None
        for address in resolve(self.host, self.port):
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
                return
            except OSError as error:
                problem = error
        raise problem


def get(address):
    parts = urlsplit(address)
    if parts.scheme != "http" or not parts.hostname:
        raise Refused(address)
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    if parts.query:
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    connection = CheckedConnection(parts.hostname, parts.port or 80, timeout=SECONDS)
    try:
        connection.request("GET", target)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


class Crests:
    def __init__(self):
        self._addresses = {}

    def enter(self, club, address):
        self._addresses[club] = address

    def crest(self, club):
        for _ in range(MOST_LIKES + 1):
            address = self._addresses.get(club)
            if address is None:
                return None
            kind, _, rest = address.partition(":")
            kind = kind.lower()
            if kind == "like":
                club = unquote(rest)
                continue
            if kind == "data":
                return self._data(rest)
            if kind == "http":
                return self._fetch(address)
            return None
        return None

    @staticmethod
    def _data(rest):
        head, comma, body = rest.partition(",")
        if not comma:
            return None
        content = unquote_to_bytes(body)
        if re.search(r";\s*base64\s*$", head, re.I):
            try:
                content = base64.b64decode(content)
            except binascii.Error:
                return None
        return head.partition(";")[0].strip() or "text/plain", content

    @staticmethod
    def _fetch(address):
        try:
            for _ in range(MOST_REDIRECTS + 1):
                status, headers, content = get(address)
                if status in (301, 302, 303, 307, 308) and "Location" in headers:
                    address = urljoin(address, headers["Location"])
                    continue
                if status != 200:
                    return None
                kind = headers.get("Content-Type", "").partition(";")[0].strip()
                return kind or "text/plain", content
        except (Refused, OSError, ValueError, http.client.HTTPException):
            pass
        return None
