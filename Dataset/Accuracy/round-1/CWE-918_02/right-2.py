import logging
import socket
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_address
from urllib.parse import urljoin, urlsplit

import requests

log = logging.getLogger("board")
SHUT = [IPv4Network(n) for n in (
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
    "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
).split()]
SHUT6 = [IPv6Network(n) for n in "2001::/23 2001:db8::/32 2002::/16 3fff::/20".split()]


class Refused(Exception):
    pass


@dataclass(frozen=True)
class Stop:
    url: str

    @cached_property
    def parts(self):
        parts = urlsplit(self.url)
        if parts.scheme != "http" or not parts.hostname:
            raise Refused("no http address")
        return parts

    @cached_property
    def host(self):
        name = self.parts.hostname
        return f"[{name}]" if ":" in name else name.encode("idna").decode()

    @cached_property
    def port(self):
        return 80 if self.parts.port is None else self.parts.port

    def addresses(self):
        for *_, sockaddr in socket.getaddrinfo(self.host.strip("[]"), self.port, type=socket.SOCK_STREAM):
            ip = ip_address(sockaddr[0])
            if isinstance(ip, IPv4Address):
                shut = any(ip in net for net in SHUT)
            else:
                shut = ip not in IPv6Network("2000::/3") or any(ip in net for net in SHUT6)
            if shut:
                raise Refused(f"{self.host} has the address {ip}")
            yield f"[{ip}]" if ip.version == 6 else str(ip)

    def ask(self, session):
        path = (self.parts.path or "/") + (f"?{self.parts.query}" if self.parts.query else "")
        for ip in dict.fromkeys(list(self.addresses())):
            url = f"http://{ip}:{self.port}{path}"
            name = self.host if self.port == 80 else f"{self.host}:{self.port}"
            try:
                return session.get(url, headers={"Host": name}, allow_redirects=False, timeout=6, stream=True)
            except requests.ConnectionError as error:
                log.info("%s at %s: %s", self.host, ip, error)
        raise Refused("nobody answers")


def _title(page):
    low = "".join(c.lower() if c.isascii() else c for c in page)
    start = low.find("<title>")
    end = low.find("</title>", start)
    return None if min(start, end) < 0 else " ".join(unescape(page[start + 7:end]).split())


def page_title(url):
    stop = Stop(url)
    try:
        with requests.Session() as session:
            session.trust_env = False
            session.get_redirect_target = lambda response: None
            for _ in range(4):
                with closing(stop.ask(session)) as answer:
                    if answer.status_code == 200:
                        return _title(answer.content.decode("utf-8", errors="replace"))
                    if answer.status_code not in {301, 302, 303, 307, 308} or "location" not in answer.headers:
                        return None
                    step = answer.headers["location"].encode("latin-1", "replace").decode("utf-8", "replace")
                    stop = Stop(urljoin(stop.url, step))
    except (Refused, OSError, ValueError) as error:
        log.info("%s: %s", url, error)
    return None
