"""Crests: addresses are parsed into small objects when they are entered; each of them knows how to show itself."""
import base64
import binascii
import ipaddress
import re
import socket
import string
from dataclasses import dataclass
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin

import urllib3

_WEB = re.compile(r"http://(?:[^/?#@\\]*@)?(?P<host>\[[0-9a-f:.]+\]|[^/?#@\\:\[\]\s]+)(?::(?P<port>[0-9]*))?"
                  r"(?P<rest>[/?][^#]*)?(?:#.*)?", re.IGNORECASE | re.DOTALL)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Refused(ValueError):
    pass


def _is_public(address):
    if address.version == 6:
        if address in _NAT64:
            return _is_public(ipaddress.ip_address(int(address) & 0xFFFFFFFF))
        if address.ipv4_mapped or address.sixtofour or address.teredo or address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _type(text):
    return (text or "").partition(";")[0].strip() or "text/plain"


@dataclass(frozen=True)
class Web:
    host: str
    port: int
    target: str

    @classmethod
    def parse(cls, address):
        match = _WEB.fullmatch(address)
        if not match:
            raise Refused(address)
        try:
            host = match["host"].strip("[]").lower().encode("idna").decode("ascii")
        except UnicodeError:
            raise Refused(address) from None
        port = int(match["port"] or 80)
        if not 0 < port < 65536:
            raise Refused(address)
        rest = match["rest"] or "/"
        target = quote(rest if rest.startswith("/") else "/" + rest, safe=string.punctuation)
        return cls(host, port, target)

    def __str__(self):
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}{self.target}"

    def addresses(self):
        numbers = {ipaddress.ip_address(info[4][0].partition("%")[0]): None
                   for info in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)}
        if not all(map(_is_public, numbers)):
            raise Refused(self.host)
        return map(str, numbers)

    def get(self):
        """The answer of the first address that gives one."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        header = {"Host": name if self.port == 80 else f"{name}:{self.port}", "Accept-Encoding": "identity"}
        for number in self.addresses():
            with urllib3.HTTPConnectionPool(number, self.port, timeout=8, retries=False) as pool:
                try:
                    return pool.request("GET", self.target, headers=header, redirect=False, retries=False)
                except (urllib3.exceptions.ConnectTimeoutError, urllib3.exceptions.NewConnectionError):
                    continue
        return None

    def show(self, hops=3):
        answer = self.get()
        if answer is None:
            return None
        location = answer.headers.get("Location")
        if answer.status in (301, 302, 303, 307, 308) and location is not None and hops:
            return Web.parse(urljoin(str(self), location)).show(hops - 1)
        return (_type(answer.headers.get("Content-Type")), answer.data) if answer.status == 200 else None


@dataclass(frozen=True)
class Inline:
    kind: str
    content: bytes

    @classmethod
    def parse(cls, address):
        head, comma, text = address[5:].partition(",")
        if not comma:
            raise Refused(address)
        content = unquote_to_bytes(text)
        if head.rpartition(";")[2].strip().lower() == "base64" and ";" in head:
            try:
                content = base64.b64decode(content)
            except binascii.Error:
                raise Refused(address) from None
        return cls(_type(head), content)

    def show(self):
        return self.kind, self.content


@dataclass(frozen=True)
class Like:
    club: str

    @classmethod
    def parse(cls, address):
        return cls(unquote(address[5:]))


class Crests:
    KINDS = {"http:": Web, "data:": Inline, "like:": Like}

    def __init__(self):
        self._clubs = {}

    def enter(self, club, address):
        kind = self.KINDS.get(address[:5].lower())
        self._clubs.pop(club, None)              # an address that is refused leaves none
        if kind is None:
            raise Refused(address)
        try:
            self._clubs[club] = kind.parse(address)
        except ValueError:
            pass                                 # of the right kind, but there is no crest

    def crest(self, club):
        entry = self._clubs.get(club)
        for _ in range(5):
            if isinstance(entry, Like):
                entry = self._clubs.get(entry.club)
        if entry is None or isinstance(entry, Like):
            return None
        try:
            return entry.show()
        except (Refused, OSError, UnicodeError, urllib3.exceptions.HTTPError):
            return None
