"""The crests of the clubs on the score board."""
import base64
import binascii
import ipaddress
import re
import socket
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.util.connection import create_connection

REDIRECTS = {301, 302, 303, 307, 308}
TIMEOUT = 10
OUTER = ipaddress.ip_network("2000::/3")
TUNNELS = [ipaddress.ip_network(net) for net in ("2001::/23", "2002::/16", "3fff::/20")]


def _is_public(text):
    address = ipaddress.ip_address(text)
    if address.version == 6 and (address not in OUTER or any(address in n for n in TUNNELS)):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


class _Refused(Exception):
    pass


def _fetcher():
    """A session that connects only to the addresses that were checked."""
    pins = {}

    class Connection(HTTPConnection):
        def _new_conn(self):
            # An address in the URL has no pin, it is what it says.
            return create_connection((pins.get(self.host, self.host), self.port), TIMEOUT)

    class Pool(HTTPConnectionPool):
        ConnectionCls = Connection

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *args, **kwargs):
            super().init_poolmanager(*args, **kwargs)
            self.poolmanager.pool_classes_by_scheme = {"http": Pool}

    session = requests.Session()
    session.trust_env = False
    session.adapters.clear()
    session.mount("http://", Adapter())
    return session, pins


class Crests:
    def __init__(self):
        self._addresses = {}

    def enter(self, club, address):
        self._addresses[club] = address

    def crest(self, club):
        address = self._addresses.get(club)
        for _ in range(5):
            if address is None or address[:5].lower() != "like:":
                break
            address = self._addresses.get(unquote(address[5:]))
        if address is None:
            return None
        if address[:5].lower() == "data:":
            return self._data(address[5:])
        if address[:7].lower() == "http://":
            try:
                return self._http(address)
            except (_Refused, OSError, ValueError, requests.RequestException):
                return None
        return None

    @staticmethod
    def _data(rest):
        head, comma, data = rest.partition(",")
        if not comma:
            return None
        content = unquote_to_bytes(data)
        if re.search(r";base64\s*$", head, re.IGNORECASE):
            try:
                content = base64.b64decode(content)
            except binascii.Error:
                return None
        return head.partition(";")[0].strip() or "text/plain", content

    @staticmethod
    def _pin(address, pins):
        parts = urlsplit(address)
        if parts.scheme != "http" or not parts.hostname:
            raise _Refused(address)
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
        addresses = [entry[4][0] for entry in found]
        if not addresses or not all(map(_is_public, addresses)):
            raise _Refused(address)
        pins[parts.hostname] = addresses[0]

    def _http(self, address):
        session, pins = _fetcher()
        with session:
            for _ in range(4):
                self._pin(address, pins)
                answer = session.get(address, allow_redirects=False, timeout=TIMEOUT)
                if answer.status_code in REDIRECTS and "Location" in answer.headers:
                    address = urljoin(address, answer.headers["Location"])
                    continue
                if answer.status_code != 200:
                    return None
                kind = answer.headers.get("Content-Type", "").partition(";")[0].strip()
                return kind or "text/plain", answer.content
        return None
