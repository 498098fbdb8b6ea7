"""Passes the weights of the hives on to the members' programs - to public machines only."""
import contextlib
import http.client
import ipaddress
import json
import os
import socket
from urllib.parse import quote, urljoin, urlsplit

_NOT_FOR_ALL = [ipaddress.ip_network(text) for text in (
    "192.88.99.0/24", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16")]
_V6_PUBLIC = ipaddress.ip_network("2000::/3")


def _is_public(text):
    """Whether this is the address of a machine that everybody can reach. IPv6 addresses that
    carry an IPv4 address (mapped, 6to4, Teredo, NAT64) and multicast ones are none."""
    address = ipaddress.ip_address(text)
    if address.version == 6 and address not in _V6_PUBLIC:
        return False
    return (address.is_global and not address.is_multicast and not address.is_reserved
            and not any(address in network for network in _NOT_FOR_ALL if network.version == address.version))


class _Forbidden(Exception):
    pass


def _look_up(host, port):
    """All addresses of a host; none if there is no such host."""
    try:
        entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror:
        return []
    return [entry[4][0] for entry in entries]


def _connection(host, port):
    """An open connection to one of the addresses that have been checked."""
    addresses = _look_up(host, port)
    if not all(_is_public(address) for address in addresses):
        raise _Forbidden(host)
    failure = None
    for target in addresses or [host]:
        connection = http.client.HTTPConnection(target, port, timeout=10)
        try:
            connection.connect()
            return connection
        except OSError as error:
            failure = error
    raise failure


def _post(url, body):
    """-> status and Location"""
    if not url.startswith("http://"):
        raise _Forbidden(url)
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not host:
        raise ValueError(url)
    shown = f"[{host}]" if ":" in host else host.encode("idna").decode()
    if parts.port not in (None, 80):
        shown += f":{parts.port}"
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    if parts.query:
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    with contextlib.closing(_connection(host, parts.port or 80)) as connection:
        connection.request("POST", target, body, {"Host": shown, "Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location")


class Alerts:
    def __init__(self, path):
        self._path = path

    def _read(self):
        if not os.path.exists(self._path):
            return {}
        with open(self._path, encoding="utf-8") as file:
            return json.load(file)

    def _write(self, table):
        with open(self._path + "~", "w", encoding="utf-8") as file:
            json.dump(table, file, indent=1)
        os.replace(self._path + "~", self._path)

    def addresses(self):
        return {int(number): url for number, url in self._read().items()}

    def subscribe(self, url):
        number = max(self.addresses(), default=0) + 1
        self._write({**self._read(), str(number): self._valid(url)})
        return number

    def change(self, number, url):
        table = self._read()
        table[str(number)]
        table[str(number)] = self._valid(url)
        self._write(table)

    def unsubscribe(self, number):
        table = self._read()
        del table[str(number)]
        self._write(table)

    @staticmethod
    def _valid(url):
        if not url.startswith("http://"):
            raise ValueError(url)
        return url

    def report(self, hive, grams):
        body = json.dumps({"hive": hive, "grams": grams}).encode()
        return [number for number, url in sorted(self.addresses().items()) if self._has_arrived(url, body)]

    def _has_arrived(self, url, body):
        with contextlib.suppress(_Forbidden, OSError, ValueError, http.client.HTTPException):
            for _ in range(3):
                status, location = _post(url, body)
                if 200 <= status <= 299:
                    return True
                if status not in (307, 308) or not location:
                    return False
                url = urljoin(url, location)
        return False
