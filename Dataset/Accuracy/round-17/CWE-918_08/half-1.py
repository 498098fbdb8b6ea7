"""Crests of the rowing clubs."""
import base64
import ipaddress
import re
import socket
import threading
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool

REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 3
MOST_LIKE = 5
TIMEOUT = 5
NAT64 = ipaddress.ip_network("64:ff9b::/96")

_checked = threading.local()


class _Connection(HTTPConnection):
    """Opens the address that was checked instead of asking for the name again."""

    def _new_conn(self):
        self._dns_host = _checked.addresses.get(self.host, self.host)
        return super()._new_conn()


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _Adapter(HTTPAdapter):
    def init_poolmanager(self, *arguments, **options):
        super().init_poolmanager(*arguments, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool}


def _public(text):
    address = ipaddress.ip_address(text)
    if address.version == 6:
        if address.ipv4_mapped or address.sixtofour or address.teredo:
            return False
        if address in NAT64 or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _check(address):
    """Returns the host of an address and the public address to be opened for it."""
    if re.search(r"[\x00-\x20\x7f\\]", address):
        raise ValueError("not an address")
    parts = urlsplit(address)
    if parts.scheme != "http" or not parts.hostname or "@" in parts.netloc:
        raise ValueError("only http")
    found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    addresses = [entry[4][0] for entry in found]
    if not addresses or not all(_public(one) for one in addresses):
        raise ValueError("not public")
    return parts.hostname, addresses[0]


def _http(address):
    for _ in range(MOST_REDIRECTS + 1):
        host, checked = _check(address)
        _checked.addresses = {host: checked}
        with requests.Session() as session:
            session.trust_env = False       # no proxies, no passwords
            session.adapters.clear()
            session.mount("http://", _Adapter())
            answer = session.get(address, timeout=TIMEOUT, allow_redirects=False)
        if answer.status_code in REDIRECTS and "Location" in answer.headers:
            address = urljoin(address, answer.headers["Location"])
            continue
        if answer.status_code != 200:
            return None
        return _type(answer.headers.get("Content-Type", "")), answer.content
    return None


def _type(text):
    return text.split(";")[0].strip() or "text/plain"


def _data(rest):
    head, comma, body = rest.partition(",")
    if not comma:
        return None
    content = unquote_to_bytes(body)
    if head.split(";")[-1].strip().lower() == "base64" and ";" in head:
        content = b"".join(content.split())
        content = base64.b64decode(content + b"=" * (-len(content) % 4), validate=True)
    return _type(head), content


class Crests:
    def __init__(self):
        self._addresses = {}

    def enter(self, club, address):
        self._addresses[club] = address

    def crest(self, club):
        for _ in range(MOST_LIKE + 1):
            address = self._addresses.get(club)
            if address is None:
                return None
            kind, _colon, rest = address.partition(":")
            kind = kind.lower()
            if kind == "like":
                club = unquote(rest)
                continue
            try:
                if kind == "data":
                    return _data(rest)
                if kind == "http":
                    return _http(address)
            except (ValueError, OSError, requests.RequestException):
                return None
            return None
        return None
