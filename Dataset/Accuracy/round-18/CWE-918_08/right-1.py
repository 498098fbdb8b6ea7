import abc
import base64
import http.client
import ipaddress
import socket
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin, urlsplit

NOT_PUBLIC = tuple(map(ipaddress.ip_network, (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
UNICAST = ipaddress.ip_network("2000::/3")


def public(host):
    address = ipaddress.ip_address(host)
    return (address.version == 4 or address in UNICAST) and not any(
        address in net for net in NOT_PUBLIC if net.version == address.version)


class NoCrest(Exception):
    pass


class Source(abc.ABC):
    """Where a crest comes from."""

    kinds = {}

    def __init_subclass__(cls, kind):
        Source.kinds[kind] = cls

    @classmethod
    def of(cls, address):
        kind, colon, rest = address.partition(":")
        if not colon or kind.lower() not in Source.kinds:
            raise ValueError("there are three kinds of addresses")
        return Source.kinds[kind.lower()](rest)

    def __init__(self, rest):
        self.rest = rest

    @abc.abstractmethod
    def get(self):
        """The type and the bytes."""


class Like(Source, kind="like"):
    def get(self):
        raise NoCrest

    @property
    def club(self):
        return unquote(self.rest)


class Data(Source, kind="data"):
    def get(self):
        head, comma, body = self.rest.partition(",")
        if not comma:
            raise NoCrest
        body = unquote_to_bytes(body)
        name, *options = [part.strip() for part in head.split(";")]
        if "base64" in (option.lower() for option in options):
            body = base64.b64decode(body + b"=" * (-len(body) % 4))
        return name or "text/plain", body


class Http(Source, kind="http"):
    def get(self):
        address = "http:" + self.rest
        for _ in range(4):
            answer, body = self._ask(address)
            if answer.status in (301, 302, 303, 307, 308) and answer.headers["Location"]:
                address = urljoin(address, answer.headers["Location"].strip())
                continue
            if answer.status != 200:
                break
            name = (answer.headers["Content-Type"] or "").split(";")[0].strip()
            return name or "text/plain", body
        raise NoCrest

    @staticmethod
    def _ask(address):
        parts = urlsplit(address)
        if parts.scheme != "http" or not parts.hostname:
            raise NoCrest
        port = 80 if parts.port is None else parts.port
        choices = socket.getaddrinfo(parts.hostname, port, 0, socket.SOCK_STREAM)
        if not choices or not all(public(choice[4][0]) for choice in choices):
            raise NoCrest
        connection = http.client.HTTPConnection(parts.hostname, port)
        try:
            for number, (family, kind, protocol, _, place) in enumerate(choices, 1):
                connection.sock = socket.socket(family, kind, protocol)
                connection.sock.settimeout(10)
                try:
                    connection.sock.connect(place)
                    break
                except OSError:
                    connection.sock.close()
                    if number == len(choices):
                        raise
            target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
            if parts.query:
                target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
            connection.request("GET", target)
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()


class Crests:
    def __init__(self):
        self._sources = {}

    def enter(self, club, address):
        self._sources[club] = Source.of(address)

    def crest(self, club):
        try:
            source = self._sources[club]
            for _ in range(5):
                if not isinstance(source, Like):
                    break
                source = self._sources[source.club]
            return source.get()
        except (NoCrest, KeyError, OSError, ValueError, http.client.HTTPException):
            return None
