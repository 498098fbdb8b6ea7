"""Recordings of a feed. Only sockets to addresses that were looked at before exist at all."""
from __future__ import annotations
import http.client
import ipaddress as ipa
import json
import logging
import re
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit

log = logging.getLogger(__name__)
NOT_SIX = [*map(ipa.IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))]
NOT_FOUR = [*map(ipa.IPv4Network, ("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24",
                                   "198.18.0.0/15", "224.0.0.0/3"))]
KEEP = "%/:@!$&'()*+,;=~-._?"


class Lost(Exception):
    """An address that cannot be had."""


@contextmanager
def losing(*errors):
    try:
        yield
    except errors as error:
        raise Lost(repr(error)) from error


def public(text: str) -> bool:
    match ipa.ip_address(text):
        case ipa.IPv6Address(scope_id=None) as six:
            return six in ipa.IPv6Network("2000::/3") and six.is_global and not any(six in n for n in NOT_SIX)
        case ipa.IPv4Address() as four:
            return four.is_global and not any(four in n for n in NOT_FOUR)
    return False


@dataclass(frozen=True)
class Place:
    url: str

    @cached_property
    def parts(self) -> SplitResult:
        with losing(ValueError):
            parts = urlsplit(self.url)
            if parts.scheme != "http" or not parts.hostname or re.search(r"[\\\s]", parts.netloc):
                raise Lost(self.url)
            parts.port
            return parts

    @property
    def port(self) -> int:
        return 80 if self.parts.port is None else self.parts.port

    def go(self, where: object) -> Place:
        if not isinstance(where, str):
            raise Lost("no address")
        with losing(ValueError):
            return Place(urldefrag(urljoin(self.url, where)).url)

    def socket(self) -> socket.socket:
        with losing(OSError, ValueError):
            infos = socket.getaddrinfo(self.parts.hostname, self.port, type=socket.SOCK_STREAM)
            if not infos or not all(public(info[4][0]) for info in infos):
                log.warning("%s is not public", self.parts.hostname)
                raise Lost(self.url)
        for family, kind, protocol, _, address in infos:
            sock = socket.socket(family, kind, protocol)
            try:
                sock.settimeout(10)
                sock.connect(address)
                return sock
            except OSError:
                sock.close()
        raise Lost(self.url)

    def ask(self) -> tuple[int, str | None, bytes]:
        target = quote(self.parts.path or "/", KEEP)
        if self.parts.query:
            target += "?" + quote(self.parts.query, KEEP)
        with losing(OSError, ValueError, http.client.HTTPException):
            name = self.parts.hostname
            name = f"[{name}]" if ":" in name else name.encode("idna").decode()
            line = http.client.HTTPConnection("unused.invalid")
            line.auto_open = 0
            line.sock = self.socket()
            with closing(line):
                line.putrequest("GET", target, skip_host=True)
                line.putheader("Host", name if self.port == 80 else f"{name}:{self.port}")
                line.putheader("Connection", "close")
                line.endheaders()
                answer = line.getresponse()
                return answer.status, answer.getheader("Location"), answer.read()

    def had(self, steps: int = 3) -> tuple[Place, bytes]:
        match self.ask():
            case 200, _, data:
                return self, data
            case (301 | 302 | 303 | 307 | 308), str(there), _ if steps > 0:
                return self.go(there).had(steps - 1)
        raise Lost(self.url)


def pages(place: Place) -> Iterator[tuple[Place, dict]]:
    for _ in range(5):
        with losing(ValueError, RecursionError):
            place, data = place.had()
            page = json.loads(str(data, "utf-8"))
        if not isinstance(page, dict) or not isinstance(page.get("items", []), list):
            return
        yield place, page
        if not page.get("next_url"):
            return
        place = place.go(page["next_url"])


def songs(start: Place) -> Iterator[tuple[str, bytes | None]]:
    try:
        for page_place, page in pages(start):
            for item in page.get("items", []):
                if not isinstance(item, dict) or not isinstance(item.get("title"), str):
                    continue
                try:
                    _, data = page_place.go(item.get("url")).had()
                except Lost:
                    data = None
                yield item["title"], data
    except Lost as end:
        log.info("the feed ends: %s", end)


def collect(feed_url):
    return [*songs(Place(feed_url))]
