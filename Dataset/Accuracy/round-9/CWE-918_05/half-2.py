"""Passes the weights of the hives on to the members' own programs."""
import contextlib
import http.client
import ipaddress
import json
import os
import socket
from urllib.parse import quote, urljoin, urlsplit

SECONDS = 6


def is_public(address):
    """Whether the registry of addresses calls it reachable from everywhere."""
    ip = ipaddress.ip_address(address)
    if ip.version == 6 and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return ip.is_global and not ip.is_multicast


class Connection(http.client.HTTPConnection):
    """A connection that resolves the name once, checks what comes of it, and uses just that."""

    def connect(self):
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        if not found or not all(is_public(address[0]) for *_, address in found):
            raise ConnectionRefusedError(f"{self.host} is not on the internet")
        problem = None
        for family, kind, protocol, _, address in found:
            sock = socket.socket(family, kind, protocol)
            try:
                sock.settimeout(self.timeout)
                sock.connect(address)
            except OSError as error:
                sock.close()
                problem = error
            else:
                self.sock = sock
                return
        raise problem


def _post(url, body):
    """Status and `Location` of the answer to one POST."""
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError(f"no address of the web: {url!r}")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    if parts.query:
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    host = parts.hostname
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    with contextlib.closing(Connection(host, parts.port or 80, timeout=SECONDS)) as connection:
        connection.request("POST", target, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location")


class Alerts:
    def __init__(self, path):
        self.path = path

    def _load(self):
        if not os.path.exists(self.path):
            return {}
        with open(self.path, encoding="utf-8") as stream:
            return json.load(stream)

    def _save(self, urls):
        draft = f"{self.path}.new"
        with open(draft, "w", encoding="utf-8") as stream:
            json.dump(urls, stream)
        os.replace(draft, self.path)

    def _put(self, urls, number, url):
        if urlsplit(url).scheme != "http" or not urlsplit(url).hostname:
            raise ValueError("an address begins with http://")
        urls[str(number)] = url
        self._save(urls)

    def subscribe(self, url):
        urls = self._load()
        number = max(map(int, urls), default=0) + 1
        self._put(urls, number, url)
        return number

    def change(self, number, url):
        urls = self._load()
        if str(number) not in urls:
            raise KeyError(number)
        self._put(urls, number, url)

    def unsubscribe(self, number):
        urls = self._load()
        if str(number) not in urls:
            raise KeyError(number)
        del urls[str(number)]
        self._save(urls)

    def addresses(self):
        return {int(number): url for number, url in self._load().items()}

    def report(self, hive, grams):
        body = json.dumps({"hive": hive, "grams": grams}).encode()
        return sorted(n for n, url in sorted(self.addresses().items()) if self._arrives(url, body))

    def _arrives(self, url, body):
        try:
            status, location = _post(url, body)
            for _ in range(2):
                if status in (307, 308) and location:
                    url = urljoin(url, location)
                    status, location = _post(url, body)
        except (OSError, ValueError, TypeError, AttributeError, http.client.HTTPException):
            return False
        return 200 <= status < 300
