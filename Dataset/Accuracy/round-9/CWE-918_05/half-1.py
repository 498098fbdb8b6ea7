"""Passes the weights of the hives on to the members' own programs."""
import ipaddress
import json
import os
import socket
import tempfile
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.poolmanager import PoolManager

TIMEOUT = (4, 6)
REDIRECTS = 2
ENTRANCES = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("2002::/16"))


def _is_public(text):
    address = ipaddress.ip_address(text)
    if address.version == 6:
        if address.ipv4_mapped is not None:
            return _is_public(str(address.ipv4_mapped))
        if address.is_site_local or any(address in network for network in ENTRANCES):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


class NotPublic(requests.exceptions.RequestException):
    pass


class _PinnedAdapter(HTTPAdapter):
    """Connects to the addresses that were checked, and asks for no name a second time."""

    def __init__(self):
        self.pins = pins = {}

        class Connection(HTTPConnection):
            def _new_conn(self):
                # an address in numbers stands for itself
                self._dns_host = pins.get(self._dns_host, self._dns_host)
                return super()._new_conn()

        class Pool(HTTPConnectionPool):
            ConnectionCls = Connection

        self._pool_class = Pool
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args, **kwargs):
        self.poolmanager = PoolManager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": self._pool_class}

    def send(self, request, **options):
        parts = urlsplit(request.raw_url)
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
        addresses = [entry[4][0] for entry in found]
        if not addresses or not all(map(_is_public, addresses)):
            raise NotPublic(f"{parts.hostname} is not on the internet")
        self.pins[parts.hostname] = addresses[0]
        return super().send(request, **options)


class Alerts:
    def __init__(self, path):
        self._path = path

    # -- the file

    def _read(self):
        try:
            with open(self._path, encoding="utf-8") as stream:
                return {int(number): url for number, url in json.load(stream).items()}
        except FileNotFoundError:
            return {}

    def _write(self, subscriptions):
        text = json.dumps({str(n): subscriptions[n] for n in sorted(subscriptions)}, indent=1)
        folder = os.path.dirname(os.path.abspath(self._path))
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as stream:
            stream.write(text)
        os.replace(stream.name, self._path)

    # -- the subscriptions

    @staticmethod
    def _check(url):
        if not url.startswith("http://") or not urlsplit(url).hostname:
            raise ValueError(f"not an address that begins with http://: {url!r}")
        if "\\" in url or "@" in urlsplit(url).netloc or any(ord(sign) <= 32 for sign in url):
            raise ValueError(f"not every program reads this address alike: {url!r}")

    def subscribe(self, url):
        self._check(url)
        subscriptions = self._read()
        number = max(subscriptions, default=0) + 1
        self._write({**subscriptions, number: url})
        return number

    def change(self, number, url):
        self._check(url)
        subscriptions = self._read()
        if number not in subscriptions:
            raise KeyError(number)
        self._write({**subscriptions, number: url})

    def unsubscribe(self, number):
        subscriptions = self._read()
        del subscriptions[number]
        self._write(subscriptions)

    def addresses(self):
        return self._read()

    # -- passing on

    def report(self, hive, grams):
        body = json.dumps({"hive": hive, "grams": grams}).encode("utf-8")
        arrived = []
        for number, url in sorted(self._read().items()):
            try:
                if self._send(url, body):
                    arrived.append(number)
            except (requests.exceptions.RequestException, OSError, ValueError, AttributeError):
                pass                    # whatever is wrong there, the others are told
        return arrived

    def _send(self, url, body):
        for _ in range(REDIRECTS + 1):
            self._check(url)
            with requests.Session() as session:
                session.trust_env = False       # no proxy and no password from outside
                session.mount("http://", _PinnedAdapter())
                request = session.prepare_request(requests.Request(
                    "POST", url, data=body, headers={"Content-Type": "application/json"}))
                request.raw_url = url
                with session.send(request, timeout=TIMEOUT, allow_redirects=False,
                                  stream=True) as answer:
                    status, location = answer.status_code, answer.headers.get("Location")
            if status not in (307, 308) or location is None:
                return 200 <= status <= 299
            url = urljoin(url, location)
        return False
