import ipaddress
import json
import os
import socket
from http.client import HTTPConnection, HTTPException
from urllib.parse import urljoin, urlsplit


class NotPublic(ValueError):
    pass


def require_public(text):
    address = ipaddress.ip_address(text.partition("%")[0])
    address = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    if not address.is_global or address.is_multicast or address.is_reserved or getattr(address, "is_site_local", False):
        raise NotPublic(text)


class GuardedConnection(HTTPConnection):
    """Looks at the machine that it is really connected to before a byte is sent."""

    def connect(self):
        for *_, address in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM):
            require_public(address[0])
        super().connect()
        try:
            require_public(self.sock.getpeername()[0])
        except NotPublic:
            self.close()
            raise


class Alerts:
    def __init__(self, path):
        self.path = path

    def addresses(self):
        if not os.path.exists(self.path):
            return {}
        with open(self.path, encoding="utf-8") as file:
            return {int(number): url for number, url in json.load(file).items()}

    def _store(self, addresses):
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            json.dump(addresses, file)
        os.replace(self.path + ".new", self.path)

    @staticmethod
    def _split(url):
        parts = urlsplit(url)
        if parts.scheme != "http" or not parts.hostname or parts.port == 0:
            raise ValueError("not an http:// address")
        return parts

    def subscribe(self, url):
        self._split(url)
        addresses = self.addresses()
        number = max(addresses, default=0) + 1
        self._store({**addresses, number: url})
        return number

    def change(self, number, url):
        addresses = self.addresses()
        if number not in addresses:
            raise KeyError(number)
        self._split(url)
        self._store({**addresses, number: url})

    def unsubscribe(self, number):
        addresses = self.addresses()
        addresses.pop(number)
        self._store(addresses)

    def _send(self, url, body, redirects=2):
        parts = self._split(url)
        connection = GuardedConnection(parts.hostname, parts.port or 80, timeout=5)
        try:
            path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
            if not path.startswith("/"):
                path = "/" + path
            connection.request("POST", path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            status, location = answer.status, answer.headers.get("Location")
        finally:
            connection.close()
        if status in (307, 308) and location and redirects:
            return self._send(urljoin(url, location), body, redirects - 1)
        return 200 <= status < 300

    def report(self, hive, grams):
        body = json.dumps({"hive": hive, "grams": grams}).encode("utf-8")
        arrived = []
        addresses = self.addresses()
        for number in sorted(addresses):
            try:
                ok = self._send(addresses[number], body)
            except (OSError, ValueError, HTTPException):
                ok = False
            if ok:
                arrived.append(number)
        return arrived
