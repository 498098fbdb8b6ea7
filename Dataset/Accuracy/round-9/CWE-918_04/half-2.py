"""Collects the recordings of a feed, with connections that know where they lead."""
import http.client
import ipaddress
import json
import socket
from urllib.parse import quote, urljoin, urlsplit

MAX_PAGES = 5
MAX_REDIRECTS = 3
REDIRECT = (301, 302, 303, 307, 308)
SAFE = "%/:=&?~#+!$,;'@()*[]"


class Refused(OSError):
    """An address that is not to be asked."""


def is_public(ip):
    """Whether an address belongs to the public internet.

    The IPv6 addresses that carry an IPv4 address in them are judged by that one."""
    if ip.version == 6:
        if ip.ipv4_mapped is not None:
            return is_public(ip.ipv4_mapped)
        if ip.sixtofour is not None:
            return is_public(ip.sixtofour)
        if ip.teredo is not None:
            return all(is_public(inner) for inner in ip.teredo)
        if ip.is_site_local or int(ip) >> 32 == 0:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_unspecified or ip.is_loopback or ip.is_link_local)


class PublicConnection(http.client.HTTPConnection):
    """Resolves the name once, looks at all that comes of it, and connects to just that."""

    def connect(self):
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        for *_, where in found:
            if not is_public(ipaddress.ip_address(where[0].partition("%")[0])):
                raise Refused(f"{self.host} is not public")
        error = None
        for family, kind, protocol, _, where in found:
            self.sock = socket.socket(family, kind, protocol)
            try:
                self.sock.settimeout(self.timeout)
                self.sock.connect(where)
                return
            except OSError as problem:
                self.sock.close()
                error = problem
        raise error or Refused(self.host)


def _ask(url):
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        raise Refused(url)
    target = quote(parts.path or "/", safe=SAFE)
    if parts.query:
        target += "?" + quote(parts.query, safe=SAFE)
    connection = PublicConnection(parts.hostname, parts.port or 80, timeout=15)
    try:
        connection.request("GET", target, headers={"Accept-Encoding": "identity", "Connection": "close"})
        response = connection.getresponse()
        return response.status, response.getheader("Location"), response.read()
    finally:
        connection.close()


def fetch(url, base=""):
    """(address in the end, content), or None. The address may be relative to `base`."""
    try:
        url = urljoin(base, url)
        for _ in range(1 + MAX_REDIRECTS):
            status, location, data = _ask(url)
            if status == 200:
                return url, data
            if status not in REDIRECT or not location:
                return None
            url = urljoin(url, location)
    except (OSError, ValueError, TypeError, AttributeError, http.client.HTTPException):
        pass
    return None


def collect(feed_url):
    result = []
    url, base = feed_url, ""
    for _ in range(MAX_PAGES):
        got = fetch(url, base)
        if got is None:
            break
        base, data = got
        try:
            page = json.loads(data.decode("utf-8"))
            items = [(item["title"], item["url"]) for item in page["items"]]
            following = page.get("next_url")
        except (ValueError, KeyError, TypeError, AttributeError):
            break
        for title, address in items:
            recording = fetch(address, base)
            result.append((title, recording and recording[1]))
        if not following:
            break
        url = following
    return result
