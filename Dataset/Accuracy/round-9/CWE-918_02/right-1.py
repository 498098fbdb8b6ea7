"""Titles for the notice board, spoken over a plain socket by http.client.HTTPResponse."""

import html
import ipaddress
import itertools
import socket
from contextlib import closing
from http.client import HTTPException, HTTPResponse
from urllib.parse import quote, urljoin, urlsplit

_INTERNET = [ipaddress.ip_network("0.0.0.0/0"), ipaddress.ip_network("2000::/3")]
_NOT_FOR_US = [ipaddress.ip_network(net) for net in (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
)]


_SMALL = {sign: sign + 32 for sign in range(65, 91)}


class _Sorry(Exception):
    """There is no title, for whatever reason."""


class _Step:
    """One address that is asked."""

    def __init__(self, url):
        if url[:7] != "http://":
            raise _Sorry("another scheme")
        parts = urlsplit(url)
        self.url, self.host, self.port = url, parts.hostname, parts.port or 80
        if not self.host or "\\" in parts.netloc:
            raise _Sorry("no host")
        self.target = quote(parts.path, "/%:@!$&'()*+,;=~") or "/"
        self.target += parts.query and "?" + quote(parts.query, "/?%:@!$&'()*+,;=~[]")

    def _places(self):
        places = dict.fromkeys(
            (family, place) for family, _, _, _, place in
            socket.getaddrinfo(self.host, self.port, 0, socket.SOCK_STREAM)
        )
        for _, place in places:
            address = ipaddress.ip_address(place[0])
            if not any(address in net for net in _INTERNET) or any(
                address in net for net in _NOT_FOR_US
            ):
                raise _Sorry("not public")
        if not places:
            raise _Sorry("no address")
        return places

    def _connect(self):
        failed = None
        for family, place in self._places():
            line = socket.socket(family, socket.SOCK_STREAM)
            line.settimeout(8)
            try:
                line.connect(place)
                return line
            except OSError as problem:
                line.close()
                failed = problem
        raise failed

    def ask(self):
        host = f"[{self.host}]" if ":" in self.host else self.host.encode("idna").decode()
        if self.port != 80:
            host += f":{self.port}"
        lines = (f"GET {self.target} HTTP/1.1", f"Host: {host}", "Accept: text/html",
                 "Accept-Encoding: identity", "Connection: close", "", "")
        with closing(self._connect()) as line:
            line.sendall("\r\n".join(lines).encode("ascii"))
            with HTTPResponse(line, method="GET") as answer:
                answer.begin()
                return answer.status, answer.getheader("Location"), answer.read(1 << 22)


def _title(page):
    low = page.translate(_SMALL)                # page.lower() may have another length
    start = low.find("<title>")
    end = low.find("</title>", start)
    if start < 0 or end < 0:
        raise _Sorry("no title")
    return " ".join(html.unescape(page[start + 7:end]).split())


def _walk(url):
    for steps in itertools.count():
        if steps > 3:
            raise _Sorry("too many steps")
        status, location, body = _Step(url).ask()
        match status:
            case 200:
                return _title(body.decode("utf-8", errors="replace"))
            case 301 | 302 | 303 | 307 | 308 if location:
                url = urljoin(url, location)
            case _:
                raise _Sorry(status)


def page_title(url):
    try:
        return _walk(url)
    except (_Sorry, OSError, HTTPException, ValueError):
        return None
