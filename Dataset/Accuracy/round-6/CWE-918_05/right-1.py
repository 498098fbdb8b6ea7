import contextlib
import ipaddress
import json
import os
import socket
import ssl
import tempfile
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

REDIRECTS = 2
SECONDS = 5


class NotArrived(Exception):
    pass


def is_public(text):
    ip = ipaddress.ip_address(text.partition("%")[0])
    if ip.version == 6:
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if ip.sixtofour or ip.teredo or ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


class Target:
    """An address taken apart once; the same parts are checked, looked up and sent."""

    def __init__(self, url):
        if any(c <= " " or c in "\\\x7f" for c in url):
            raise NotArrived("odd characters")
        try:
            parts = urlsplit(url)
            self.tls = {"http": False, "https": True}[parts.scheme]
            self.port = parts.port or (443 if self.tls else 80)
            self.host = parts.hostname
            self.name = self.host if ":" in self.host else self.host.encode("idna").decode("ascii")
        except (KeyError, ValueError, TypeError, AttributeError):
            raise NotArrived("no web address") from None
        bracketed = f"[{self.name}]" if ":" in self.name else self.name
        self.header = bracketed if parts.port is None else f"{bracketed}:{self.port}"
        safe = "%/:?#[]@!$&'()*+,;=~-._"
        self.path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=safe)
        self.url = url

    def look_up(self):
        try:
            infos = socket.getaddrinfo(self.name, self.port, type=socket.SOCK_STREAM)
        except (OSError, ValueError) as error:
            raise NotArrived(error) from None
        found = list(dict.fromkeys(info[4][0] for info in infos))
        if not found or not all(map(is_public, found)):
            raise NotArrived("not on the internet")
        return found

    def connect(self):
        for ip in self.look_up():
            with contextlib.suppress(OSError):
                sock = socket.create_connection((ip, self.port), SECONDS)
                if self.tls:
                    sock = ssl.create_default_context().wrap_socket(sock, server_hostname=self.name)
                return sock
        raise NotArrived("no answer")

    def post(self, body):
        head = (f"POST {self.path} HTTP/1.1\r\nHost: {self.header}\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n")
        try:
            with self.connect() as sock, sock.makefile("rb") as answer:
                sock.sendall(head.encode("ascii") + body)
                status = 100
                while 100 <= status < 200:
                    first = answer.readline(4096).split(None, 2)
                    if len(first) < 2 or not first[0].startswith(b"HTTP/1."):
                        raise NotArrived("no HTTP")
                    status = int(first[1])
                    headers = dict(self.fields(answer))
        except (OSError, ValueError) as error:
            raise NotArrived(error) from None
        return status, headers.get("location")

    @staticmethod
    def fields(answer):
        for _ in range(100):
            line = answer.readline(16384)
            if line in (b"\r\n", b"\n", b""):
                return
            name, _, value = line.decode("utf-8", "replace").partition(":")
            yield name.strip().lower(), value.strip()
        raise NotArrived("too many headers")


class Alerts:
    def __init__(self, path):
        self.path = path

    @contextlib.contextmanager
    def _changing(self):
        addresses = self.addresses()
        yield addresses
        folder = os.path.dirname(os.path.abspath(self.path))
        with tempfile.NamedTemporaryFile("w", dir=folder, encoding="utf-8", delete=False) as new:
            json.dump({str(number): addresses[number] for number in sorted(addresses)}, new)
        os.replace(new.name, self.path)

    @staticmethod
    def _entered(url):
        if not isinstance(url, str) or not url.lower().startswith("http://"):
            raise ValueError("an address begins with http://")
        try:
            target = Target(url)
        except NotArrived as error:
            raise ValueError(f"not an address: {error}") from None
        with contextlib.suppress(NotArrived):
            try:
                literal = str(ipaddress.ip_address(target.host))
            except ValueError:
                return url
            if not is_public(literal):
                raise ValueError("not on the internet")
        return url

    def subscribe(self, url):
        with self._changing() as addresses:
            number = 1 + max(addresses, default=0)
            addresses[number] = self._entered(url)
        return number

    def change(self, number, url):
        with self._changing() as addresses:
            if number not in addresses:
                raise KeyError(number)
            addresses[number] = self._entered(url)

    def unsubscribe(self, number):
        with self._changing() as addresses:
            addresses.pop(number)

    def addresses(self):
        with contextlib.suppress(FileNotFoundError), open(self.path, encoding="utf-8") as file:
            return {int(number): url for number, url in json.load(file).items()}
        return {}

    def _deliver(self, url, body):
        for _ in range(1 + REDIRECTS):
            status, location = Target(url).post(body)
            if 200 <= status <= 299:
                return
            if status not in (307, 308) or not location:
                raise NotArrived(status)
            try:
                url = urljoin(url, location)
            except ValueError:
                raise NotArrived("bad Location") from None
        raise NotArrived("too many redirects")

    def _report(self, body):
        arrived = []
        for number, url in sorted(self.addresses().items()):
            try:
                self._deliver(url, body)
            except NotArrived:
                continue
            arrived.append(number)
        return arrived

    def report(self, hive, grams):
        body = json.dumps({"hive": hive, "grams": grams}).encode("ascii")
        return self._report(body)
