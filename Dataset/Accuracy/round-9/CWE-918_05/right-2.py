"""Alerts on bare sockets; the subscriptions are refused at the door if they are plainly inside."""
import ipaddress
import json
import re
import socket
import tempfile
import time
from os import fsync, path as ospath, replace
from urllib.parse import quote, urljoin, urlsplit

PATIENCE = 8.0
_STATUS = re.compile(rb"HTTP/1\.[01] ([0-9]{3})(?: [^\r\n]*)?\r?\n")


def public(sockaddr):
    address = ipaddress.ip_address(sockaddr[0].partition("%")[0])
    inside = (address.is_private, address.is_loopback, address.is_link_local, address.is_multicast,
              address.is_reserved, address.is_unspecified, not address.is_global)
    if isinstance(address, ipaddress.IPv6Address):
        # neither the old site-local addresses nor any that carry one of IPv4 in themselves
        wrapped = address.ipv4_mapped or address.sixtofour or address.teredo
        inside += (address.is_site_local, bool(wrapped), address.packed[0] >> 5 != 0b001)
    return not any(inside)


class _Failed(Exception):
    pass


def _open(host, port):
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if not found or not all(public(info[-1]) for info in found):
            raise _Failed("not on the internet")
    except (OSError, ValueError) as error:
        raise _Failed(str(error)) from error
    for family, kind, protocol, _, sockaddr in found:
        line = socket.socket(family, kind, protocol)
        line.settimeout(PATIENCE / 2)
        try:
            line.connect(sockaddr)
            return line
        except OSError:
            line.close()
    raise _Failed("nobody answers")


def _split(url):
    if not isinstance(url, str) or not url.lower().startswith("http://") or "\\" in url:
        raise ValueError(f"not an address: {url!r}")
    if re.search(r"[\x00-\x20\x7f]", url):
        raise ValueError("an address has no blanks")
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    if not host:
        raise ValueError("an address has a host")
    port = parts.port if parts.port is not None else 80
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~[]")
    if parts.query:
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~[]?")
    return host, port, target


def _exchange(url, body):
    """(status, Location or None)"""
    try:
        host, port, target = _split(url)
    except ValueError as error:
        raise _Failed(str(error)) from error
    shown = (f"[{host}]" if ":" in host else host) + (f":{port}" if port != 80 else "")
    head = (f"POST {target} HTTP/1.1\r\nHost: {shown}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\nAccept: */*\r\nConnection: close\r\n\r\n")
    end = time.monotonic() + PATIENCE
    with _open(host, port) as line:
        try:
            line.sendall(head.encode("ascii") + body)
            stream = line.makefile("rb")
            while True:
                match = _STATUS.fullmatch(stream.readline(4096))
                if not match:
                    raise _Failed("this is not HTTP")
                headers = {}
                for raw in iter(lambda: stream.readline(8192), b""):
                    if raw in (b"\r\n", b"\n"):
                        break
                    if time.monotonic() > end or len(headers) > 200:
                        raise _Failed("too slow, or too much")
                    name, _, value = raw.decode("latin-1").partition(":")
                    headers.setdefault(name.strip().lower(), value.strip())
                status = int(match[1])
                if status >= 200:
                    return status, headers.get("location")
        except OSError as error:
            raise _Failed(str(error)) from error


class Alerts:
    def __init__(self, path):
        self.path = path
        self._load()

    def _load(self):
        try:
            with open(self.path, "rb") as stream:
                self._table = {int(n): url for n, url in json.load(stream).items()}
        except FileNotFoundError:
            self._table = {}
        return self._table

    def _store(self):
        with tempfile.NamedTemporaryFile(
            "w", dir=ospath.dirname(self.path) or ".", prefix=".alerts-", delete=False
        ) as stream:
            json.dump({str(n): url for n, url in sorted(self._table.items())}, stream)
            stream.flush()
            fsync(stream.fileno())
        replace(stream.name, self.path)

    @staticmethod
    def _admit(url):
        host, port, _ = _split(url)
        try:
            number = ipaddress.ip_address(host)
        except ValueError:
            return
        if not public((str(number), port)):
            raise ValueError("this address is not on the internet")

    def subscribe(self, url):
        self._admit(url)
        table = self._load()
        number = max(table, default=0) + 1
        table[number] = url
        self._store()
        return number

    def change(self, number, url):
        if number not in self._load():
            raise KeyError(number)
        self._admit(url)
        self._table[number] = url
        self._store()

    def unsubscribe(self, number):
        self._load().pop(number)
        self._store()

    def addresses(self):
        return dict(self._load())

    def _arrives(self, url, body):
        left = 2
        while True:
            status, location = _exchange(url, body)
            if status not in (307, 308) or not location or not left:
                return status in range(200, 300)
            left -= 1
            try:
                url = urljoin(url, location)
            except ValueError as error:
                raise _Failed(str(error)) from error

    def report(self, hive, grams):
        body = json.dumps({"hive": hive, "grams": grams}).encode("ascii")
        arrived = set()
        for number in sorted(self._load()):
            try:
                if self._arrives(self._table[number], body):
                    arrived.add(number)
            except _Failed:
                pass
        return sorted(arrived)
