"""Crests of the clubs on the score board."""
import base64
import binascii
import http.client
import ipaddress
import re
import socket
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

_REDIRECTS = (301, 302, 303, 307, 308)
_TIMEOUT = 10
_DEFAULT = "text/plain"


def _kind(address):
    return address.partition(":")[0].lower() if ":" in address else ""


def _type(value):
    return (value or "").partition(";")[0].strip() or _DEFAULT


def _public(ip):
    if getattr(ip, "ipv4_mapped", None):
        ip = ip.ipv4_mapped
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified
                                 or ip.is_loopback or ip.is_link_local or ip.is_private)


def _connect(host, port):
    """A socket to a host all addresses of which are public, or None."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    places = [entry[4] for entry in found]
    if not places or not all(_public(ipaddress.ip_address(place[0].partition("%")[0])) for place in places):
        return None
    for place in places:
        try:
            # the very address that was checked, never the name
            return socket.create_connection(place[:2], timeout=_TIMEOUT)
        except OSError:
            continue
    return None


def _fetch(address):
    server = connection = None
    try:
        for _ in range(4):
            parts = urlsplit(address)
            if parts.scheme != "http" or not parts.hostname:
                return None
            host, port = parts.hostname, parts.port or 80
            if (host, port) != server:
                if connection is not None:
                    connection.close()
                connection = http.client.HTTPConnection(host, port, timeout=_TIMEOUT)
                connection.sock = _connect(host, port)
                if connection.sock is None:
                    return None
                server = (host, port)
            # a redirection within one server stays on its connection
            path = (parts.path or "/") + ("?" + parts.query if parts.query else "")
            connection.request("GET", path, headers={"Accept": "image/*, */*"})
            answer = connection.getresponse()
            content = answer.read()
            if answer.status in _REDIRECTS:
                location = answer.getheader("Location")
                if location is None:
                    return None
                address = urljoin(address, location)
                continue
            if answer.status != 200:
                return None
            return _type(answer.getheader("Content-Type")), content
        return None
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        if connection is not None:
            connection.close()


def _data(address):
    head, comma, body = address.partition(":")[2].partition(",")
    if not comma:
        return None
    content = unquote_to_bytes(body)
    if re.search(r";\s*base64\s*$", head, re.IGNORECASE):
        try:
            content = base64.b64decode(content)
        except (binascii.Error, ValueError):
            return None
    return _type(head), content


class Crests:
    def __init__(self):
        self._addresses = {}

    def enter(self, club, address):
        if _kind(address) not in ("http", "data", "like"):
            raise ValueError("not an address of a crest")
        self._addresses[club] = address

    def crest(self, club):
        for _ in range(6):
            address = self._addresses.get(club)
            if address is None:
                return None
            kind = _kind(address)
            if kind == "http":
                return _fetch(address)
            if kind == "data":
                return _data(address)
            if kind != "like":
                return None
            club = unquote(address.partition(":")[2])
        return None
