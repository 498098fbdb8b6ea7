"""Collects the recordings of the members' feeds."""
import http.client
import ipaddress
import json
import socket
from urllib.parse import quote, urljoin, urlsplit

PAGES = 5
REDIRECTS = 3
LEAD_ON = {301, 302, 303, 307, 308}
TIMEOUT = 10
SAFE = "/?%:@!$&'()*+,;=~-._[]"


class Unavailable(Exception):
    """An address that nothing can be had from."""


def is_public(address):
    ip = ipaddress.ip_address(address)
    if ip.version == 6:
        # IPv6 addresses that have an IPv4 address inside lead there
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if inner is not None and not is_public(inner):
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _addresses(host, port):
    """All addresses of a host, if all of them are public."""
    found = [info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(is_public(address) for address in found):
        raise Unavailable(f"{host} is not public")
    return list(dict.fromkeys(found))


class _Connection(http.client.HTTPConnection):
    """A connection to just the address that was checked."""

    def __init__(self, host, port, address):
        super().__init__(host, port, timeout=TIMEOUT)
        self._address = address

    def connect(self):
        self.sock = socket.create_connection((self._address, self.port), self.timeout)


def _ask(url):
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        raise Unavailable(url)
    port = 80 if parts.port is None else parts.port
    target = quote(parts.path or "/", safe=SAFE) + ("?" + quote(parts.query, safe=SAFE) if parts.query else "")
    problem = None
    for address in _addresses(parts.hostname, port):
        connection = _Connection(parts.hostname, port, address)
        try:
            try:
                connection.connect()
            except OSError as error:
                problem = error
                continue
            connection.request("GET", target)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location"), answer.read()
        finally:
            connection.close()
    raise problem


def _get(url):
    """The address in the end and the content."""
    try:
        for _ in range(REDIRECTS + 1):
            status, location, body = _ask(url)
            if status == 200:
                return url, body
            if status not in LEAD_ON or not location:
                break
            url = urljoin(url, location)
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise Unavailable(url) from error
    raise Unavailable(url)


def _recording(address):
    try:
        return _get(address)[1]
    except Unavailable:
        return None


def collect(feed_url):
    collected = []
    url = feed_url
    for _ in range(PAGES):
        try:
            base, body = _get(url)
            page = json.loads(body.decode("utf-8"))
            items, following = page.get("items", []), page.get("next_url")
        except (Unavailable, ValueError, AttributeError, RecursionError):
            break
        for item in items:
            collected.append((item["title"], _recording(_join(base, item["url"]))))
        if not following:
            break
        url = _join(base, following)
    return collected


def _join(base, address):
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
