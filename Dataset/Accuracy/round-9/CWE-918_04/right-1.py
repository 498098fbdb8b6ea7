"""Collects a feed. A Place is an address of the web whose host was resolved and judged; only Places can be asked."""
import dataclasses
import http.client
import io
import ipaddress
import itertools
import json
import socket
from urllib.parse import quote, urljoin, urlsplit

V6_OPEN = ipaddress.ip_network("2000::/3")
V6_SPECIAL = [ipaddress.ip_network(n) for n in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")]
KEEP = "%/?:@!$&'()*+,;=~-._[]"


def public(ip):
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return public(ip.ipv4_mapped)
        return ip in V6_OPEN and not any(ip in net for net in V6_SPECIAL)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class _Pinned(http.client.HTTPConnection):
    def __init__(self, place):
        super().__init__(place.host, place.port, timeout=20)
        self._ips = place.ips

    def connect(self):
        for ip in self._ips:
            try:
                self.sock = socket.create_connection((str(ip), self.port), self.timeout)
                return
            except OSError:
                continue
        raise ConnectionError(self.host)


@dataclasses.dataclass(frozen=True)
class Place:
    url: str
    host: str
    port: int
    target: str
    ips: tuple

    @classmethod
    def at(cls, url):
        parts = urlsplit(url)
        if parts.scheme != "http" or not parts.hostname:
            raise ValueError(url)
        host, port = parts.hostname, 80 if parts.port is None else parts.port
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        ips = tuple(dict.fromkeys(ipaddress.ip_address(info[4][0].split("%")[0]) for info in infos))
        if not ips or not all(public(ip) for ip in ips):
            raise PermissionError(url)
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
        target = quote(parts.path, safe=KEEP) or "/"
        if parts.query:
            target = f"{target}?{quote(parts.query, safe=KEEP)}"
        return cls(url, host, port, target, ips)

    def get(self):
        connection = _Pinned(self)
        try:
            connection.request("GET", self.target, headers={"Accept-Encoding": "identity"})
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Location"), answer.read()
        finally:
            connection.close()


def follow(url):
    """What is there in the end: its address and its bytes. Every step is a Place of its own."""
    for step in itertools.count():
        status, location, data = Place.at(url).get()
        if status == 200:
            return url, data
        if status not in {301, 302, 303, 307, 308} or location is None or step == 3:
            raise LookupError(status)
        url = urljoin(url, location)


TROUBLE = (OSError, ValueError, LookupError, TypeError, AttributeError, http.client.HTTPException)


def pages(url):
    for _ in range(5):
        try:
            base, data = follow(url)
            page = json.load(io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
            items = [(str(item["title"]), base, item["url"]) for item in page["items"]]
            onward = page.get("next_url")
        except TROUBLE:
            return
        yield items
        if not onward:
            return
        try:
            url = urljoin(base, onward)
        except TROUBLE:
            return


def recording(page, url):
    try:
        return follow(urljoin(page, url))[1]
    except TROUBLE:
        return None


def collect(feed_url):
    return [(title, recording(page, url)) for items in pages(feed_url) for title, page, url in items]
