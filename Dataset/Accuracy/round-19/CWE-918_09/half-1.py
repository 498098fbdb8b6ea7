import http.client
import ipaddress
import json
import socket
from urllib.parse import quote, urljoin, urlsplit

import lxml.html

_TIMEOUT = 10
_MOST = 10_000_000
_REDIRECTS = (301, 302, 303, 307, 308)


class _NotGot(Exception):
    pass


def _public(text):
    address = ipaddress.ip_address(text)
    if address.version == 6:
        if address.ipv4_mapped or address.sixtofour or address.teredo or address in ipaddress.ip_network("64:ff9b::/96"):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _connect(host, port):
    """A socket to the host, opened to the very address that was checked."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [entry[4] for entry in found]
    if not addresses or not all(_public(address[0]) for address in addresses):
        raise _NotGot(host)
    last = None
    for family, kind, proto, _, address in found:
        sock = socket.socket(family, kind, proto)
        try:
            sock.settimeout(_TIMEOUT)
            sock.connect(address)
            return sock
        except OSError as error:
            sock.close()
            last = error
    raise _NotGot(host) from last


class _Getter:
    """Gets things by http:, and keeps its connections, as page, notice and picture mostly come from one host."""

    def __init__(self):
        self._connections = {}

    def close(self):
        for connection in self._connections.values():
            connection.close()

    def _connection(self, host, port):
        connection = self._connections.get((host, port))
        if connection is None:
            connection = http.client.HTTPConnection(host, port, timeout=_TIMEOUT)
            connection.sock = _connect(host, port)
            self._connections[host, port] = connection
        return connection

    def _ask(self, address):
        parts = urlsplit(address)
        if parts.scheme != "http" or not parts.hostname:
            raise _NotGot(address)
        host, port = parts.hostname, parts.port or 80
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        if parts.query:
            target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
        kept = (host, port) in self._connections
        connection = self._connection(host, port)
        try:
            connection.request("GET", target, headers={"Accept-Encoding": "identity"})
            answer = connection.getresponse()
            body = answer.read(_MOST + 1)
            if len(body) > _MOST:
                raise _NotGot(address)
        except BaseException as error:
            self._connections.pop((host, port)).close()
            if kept and isinstance(error, ConnectionError):
                return self._ask(address)       # the host did not wait for us: once more, from the start
            raise
        return answer, body

    def get(self, address):
        """The last address, the type and the bytes of what is there."""
        try:
            for _ in range(4):
                answer, body = self._ask(address)
                if answer.status == 200:
                    return address, answer.headers.get("Content-Type", ""), body
                place = answer.headers.get("Location")
                if answer.status not in _REDIRECTS or place is None:
                    break
                address = urljoin(address, place)
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise _NotGot(address) from error
        raise _NotGot(address)


def _look(body):
    """The title, and the address of the notice or None."""
    try:
        page = lxml.html.document_fromstring(body, parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.LxmlError, ValueError):
        return "", None
    title = page.find(".//title")
    title = "" if title is None else title.text_content().strip()
    for link in page.iter("link"):
        if (link.get("type") or "").strip().lower() == "application/json+oembed" and link.get("href"):
            return title, link.get("href").strip()
    return title, None


def preview(address):
    getter = _Getter()
    try:
        return _preview(getter, address)
    finally:
        getter.close()


def _preview(getter, address):
    try:
        address, _, body = getter.get(address)
    except _NotGot:
        return None
    title, notice = _look(body)
    card = {"title": title, "picture": None}
    if notice is None:
        return card
    try:
        where, _, body = getter.get(urljoin(address, notice))
        told = json.loads(body.decode("utf-8"))
    except (_NotGot, ValueError, RecursionError):
        return card
    if not isinstance(told, dict):
        return card
    if isinstance(told.get("title"), str):
        card["title"] = told["title"].strip()
    picture = told.get("thumbnail_url")
    if isinstance(picture, str) and picture:
        try:
            _, kind, body = getter.get(urljoin(where, picture))
            card["picture"] = (kind, body)
        except (_NotGot, ValueError):
            pass
    return card
