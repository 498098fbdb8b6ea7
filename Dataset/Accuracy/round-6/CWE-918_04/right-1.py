import http.client
import ipaddress
import json
import logging
import socket
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from typing import Iterator
from urllib.parse import SplitResult, quote, urljoin, urlsplit

log = logging.getLogger(__name__)
V6 = ipaddress.ip_network("2000::/3")
V6_NOT = [ipaddress.ip_network(n) for n in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")]
V4_NOT = [ipaddress.ip_network(n) for n in ("192.0.0.0/24", "192.88.99.0/24", "224.0.0.0/3")]


class Lost(Exception):
    """The thing asked for cannot be had."""


def is_public(address: str) -> bool:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        return ip in V6 and ip.is_global and not any(ip in net for net in V6_NOT)
    return ip.is_global and not any(ip in net for net in V4_NOT)


@dataclass(frozen=True)
class Address:
    url: str

    def __truediv__(self, other: str) -> "Address":
        try:
            return Address(urljoin(self.url, other))
        except (ValueError, TypeError, AttributeError) as err:
            raise Lost(other) from err

    @cached_property
    def parts(self) -> SplitResult:
        if not self.url.startswith("http://"):
            raise Lost(self.url)
        parts = urlsplit(self.url)
        if not parts.hostname:
            raise Lost(self.url)
        return parts

    @property
    def host(self) -> str:
        name = self.parts.hostname
        return name if name.isascii() else name.encode("idna").decode("ascii")

    @property
    def target(self) -> str:
        path = self.parts.path or "/"
        return quote(path + ("?" + self.parts.query if self.parts.query else ""), safe="%/:=&?~+!$,;'@()*[]")

    def dial(self) -> socket.socket:
        port = 80 if self.parts.port is None else self.parts.port
        places = socket.getaddrinfo(self.host, port, 0, socket.SOCK_STREAM)
        if not places or not all(is_public(place[4][0]) for place in places):
            raise Lost(f"{self.host} is not public")
        trouble = Lost(self.host)
        for family, kind, proto, _, where in places:
            sock = socket.socket(family, kind, proto)
            try:
                sock.settimeout(15)
                sock.connect(where)
                return sock
            except OSError as err:
                sock.close()
                trouble = err
        raise trouble

    def ask(self) -> tuple[int, str | None, bytes]:
        with closing(http.client.HTTPConnection(self.host, self.parts.port, timeout=15)) as line:
            line.sock = self.dial()
            line.request("GET", self.target, headers={"Connection": "close"})
            answer = line.getresponse()
            return answer.status, answer.getheader("Location"), answer.read()

    def fetch(self) -> tuple["Address", bytes]:
        here = self
        try:
            for _ in range(1 + 3):
                match here.ask():
                    case 200, _, data:
                        return here, data
                    case (301 | 302 | 303 | 307 | 308), str(location), _:
                        here = here / location
                    case status, _, _:
                        raise Lost(f"{here.url}: {status}")
        except (OSError, ValueError, http.client.HTTPException) as err:
            raise Lost(here.url) from err
        raise Lost("too many redirects")


def recordings(start: Address) -> Iterator[tuple[str, bytes | None]]:
    for _ in range(5):
        here, text = start.fetch()
        try:
            page = json.loads(text.decode("utf-8"))
        except (ValueError, RecursionError) as err:
            raise Lost("no JSON") from err
        if not isinstance(page, dict):
            raise Lost("no feed")
        for item in page.get("items") or []:
            try:
                _, data = (here / item["url"]).fetch()
            except Lost as err:
                log.info("recording lost: %s", err)
                data = None
            yield item["title"], data
        if not page.get("next_url"):
            return
        start = here / page["next_url"]


def collect(feed_url: str) -> list[tuple[str, bytes | None]]:
    pairs = []
    try:
        pairs.extend(recordings(Address(feed_url)))
    except Lost as err:
        log.info("feed ends: %s", err)
    return pairs
