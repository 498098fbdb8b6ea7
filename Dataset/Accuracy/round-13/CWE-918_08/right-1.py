"""Each kind of address is a class; the network is spoken to with nothing but a socket and a little HTTP/1.0."""
import base64
import re
import socket
import urllib.parse
from ipaddress import IPv4Address, IPv6Network, ip_address, ip_network

_CLOSED = [ip_network(text) for text in """
    0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
    192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3
    2001::/23 2001:db8::/32 2002::/16 3fff::/20""".split()]
_OPEN = IPv6Network("2000::/3")


def everybodys(text):
    ip = ip_address(text)
    ip = getattr(ip, "ipv4_mapped", None) or ip
    if ip.version == 6 and ip not in _OPEN:
        return False
    return ip.is_global and all(ip not in net for net in _CLOSED if net.version == ip.version)


class NoCrest(Exception):
    pass


class Picture:
    """An address; `look` returns the crest, or another address that it is the crest of."""
    kinds = {}

    def __init_subclass__(cls, kind):
        cls.kinds[kind] = cls

    def __new__(cls, address, *rest):
        kind, colon, content = address.partition(":")
        made = object.__new__(cls.kinds.get(kind.lower(), Nothing) if colon else Nothing)
        made.address, made.content = address, content
        return made


class Nothing(Picture, kind=None):
    def look(self, crests, likes):
        raise NoCrest


class Like(Picture, kind="like"):
    def look(self, crests, likes):
        if likes == 0:
            raise NoCrest
        return crests._of(urllib.parse.unquote(self.content)).look(crests, likes - 1)


class Data(Picture, kind="data"):
    form = re.compile(r"(?P<type>[^,;]*)(?:;[^,;]*)*?(?P<base64>;base64)?,(?P<content>.*)", re.S | re.I)

    def look(self, crests, likes):
        found = self.form.fullmatch(self.content)
        if not found:
            raise NoCrest
        content = urllib.parse.unquote_to_bytes(found["content"])
        if found["base64"]:
            try:
                content = base64.b64decode(content)
            except ValueError:
                raise NoCrest from None
        return found["type"].strip() or "text/plain", content


class Http(Picture, kind="http"):
    onward = {301, 302, 303, 307, 308}

    def look(self, crests, likes, leads=3):
        try:
            status, headers, body = self.get()
        except (OSError, ValueError):
            raise NoCrest from None
        if status in self.onward and leads and "location" in headers:
            try:
                address = urllib.parse.urljoin(self.address, headers["location"])
            except ValueError:
                raise NoCrest from None
            further = Picture(address)
            if isinstance(further, Http):
                return further.look(crests, likes, leads - 1)
        if status != 200:
            raise NoCrest
        return headers.get("content-type", "").partition(";")[0].strip() or "text/plain", body

    def get(self):
        parts = urllib.parse.urlsplit(self.address)
        if parts.scheme != "http" or not parts.hostname:
            raise ValueError(self.address)
        name = parts.hostname
        name = f"[{name}]" if ":" in name else name.encode("idna").decode("ascii")
        if not re.fullmatch(r"[\w.~-]+|\[[0-9a-f:.]+\]", name, re.A):
            raise ValueError("no name of a host")
        port = 80 if parts.port is None else parts.port
        places = socket.getaddrinfo(name.strip("[]"), port, type=socket.SOCK_STREAM)
        if not places or not all(everybodys(place[4][0]) for place in places):
            raise ValueError("not everybody's")
        what = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        if parts.query:
            what += "?" + urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
        question = (f"GET {what} HTTP/1.0\r\nHost: {name}{f':{port}' if port != 80 else ''}\r\n"
                    "Accept: */*\r\nConnection: close\r\n\r\n").encode("ascii")
        with self.connected(places) as wire, wire.makefile("rb") as answer:
            wire.sendall(question)
            return self.read(answer)

    @staticmethod
    def connected(places):
        for family, kind, protocol, _, place in places:
            wire = socket.socket(family, kind, protocol)
            wire.settimeout(5)
            try:
                wire.connect(place)
                return wire
            except OSError as error:
                wire.close()
                problem = error
        raise problem

    @classmethod
    def read(cls, answer):
        while True:
            words = answer.readline(65536).split(None, 2)
            if len(words) < 2 or not words[0].startswith(b"HTTP/1."):
                raise ValueError("no HTTP")
            status, headers = int(words[1]), {}
            while (line := answer.readline(65536).rstrip(b"\r\n")):
                name, _, value = line.partition(b":")
                headers.setdefault(name.strip().lower().decode("latin-1"), value.strip().decode("utf-8", "replace"))
            if status >= 200:
                break
        if "chunked" in headers.get("transfer-encoding", "").lower():
            return status, headers, b"".join(cls.chunks(answer))
        if headers.get("content-length", "").isdigit():
            body = answer.read(int(headers["content-length"]))
            if len(body) < int(headers["content-length"]):
                raise ValueError("cut off")
            return status, headers, body
        return status, headers, answer.read()

    @staticmethod
    def chunks(answer):
        while number := int(answer.readline(1024).partition(b";")[0], 16):
            yield answer.read(number)
            answer.readline(1024)


class Crests:
    def __init__(self):
        self._entered = []

    def enter(self, club, address):
        self._entered.append((club, address))

    def _of(self, club):
        for name, address in reversed(self._entered):
            if name == club:
                return Picture(address)
        raise NoCrest

    def crest(self, club):
        try:
            return self._of(club).look(self, 5)
        except NoCrest:
            return None
