import contextlib
import ipaddress
import json
import pathlib
import socket
from urllib.parse import urljoin, urlsplit

import requests
import urllib3.util.connection


def is_public(text):
    ip = ipaddress.ip_address(text.split("%")[0])
    if ip.version == 6:
        if ip.ipv4_mapped:
            ip = ip.ipv4_mapped
        elif ip.is_site_local or ip.sixtofour or ip.teredo:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


@contextlib.contextmanager
def pinned(host, address):
    """While this holds, connections to `host` go to `address`, whatever the name server says."""
    connect = urllib3.util.connection.create_connection

    def create_connection(target, *args, **kwargs):
        name, port = target
        return connect((address if name == host else name, port), *args, **kwargs)

    urllib3.util.connection.create_connection = create_connection
    try:
        yield
    finally:
        urllib3.util.connection.create_connection = connect


class Alerts:
    def __init__(self, path):
        self._file = pathlib.Path(path)
        self._session = requests.Session()
        self._session.trust_env = False

    def addresses(self):
        try:
            text = self._file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}
        return {int(number): url for number, url in json.loads(text).items()}

    def _write(self, addresses):
        new = self._file.with_name(self._file.name + "~")
        new.write_text(json.dumps({str(k): v for k, v in addresses.items()}), encoding="utf-8")
        new.replace(self._file)

    def _check_form(self, url):
        if not url.startswith("http://") or not urlsplit(url).hostname:
            raise ValueError("addresses begin with http://")

    def subscribe(self, url):
        self._check_form(url)
        addresses = self.addresses()
        number = max(addresses, default=0) + 1
        addresses[number] = url
        self._write(addresses)
        return number

    def change(self, number, url):
        addresses = self.addresses()
        if number not in addresses:
            raise KeyError(number)
        self._check_form(url)
        addresses[number] = url
        self._write(addresses)

    def unsubscribe(self, number):
        addresses = self.addresses()
        del addresses[number]
        self._write(addresses)

    def _post(self, url, message):
        parts = urlsplit(url)
        if parts.scheme != "http" or not parts.hostname:
            raise ValueError("no http address")
        answers = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
        found = [answer[4][0] for answer in answers]
        if not found or not all(map(is_public, found)):
            raise ValueError("not on the internet")
        with pinned(parts.hostname, found[0]):
            with self._session.post(url, json=message, timeout=5, allow_redirects=False, stream=True,
                                    headers={"Connection": "close"}) as answer:
                return answer.status_code, answer.headers.get("Location")

    def report(self, hive, grams):
        message = {"hive": hive, "grams": grams}
        arrived = []
        for number, url in sorted(self.addresses().items()):
            try:
                for _ in range(3):
                    status, location = self._post(url, message)
                    if status not in (307, 308) or not location:
                        break
                    url = urljoin(url, location)
                if 200 <= status <= 299:
                    arrived.append(number)
            except (OSError, ValueError, requests.RequestException):
                continue
        return arrived
