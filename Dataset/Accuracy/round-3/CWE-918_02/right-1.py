import html
import http.client
import ipaddress
import re
import socket
from contextlib import closing
from urllib.parse import quote, urljoin, urlsplit

V6_NETS = [ipaddress.ip_network(net) for net in ("2000::/3",)]
V6_BAD = [ipaddress.ip_network(net) for net in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")]
V4_BAD = [ipaddress.ip_network(net) for net in (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/3")]


class Unwanted(Exception):
    """The link gets no title."""


def public(text):
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if address.version == 4:
        return not any(address in net for net in V4_BAD)
    if address.ipv4_mapped:
        return public(str(address.ipv4_mapped))
    return any(address in net for net in V6_NETS) and not any(address in net for net in V6_BAD)


class CheckedConnection(http.client.HTTPConnection):
    """Looks the name up once and connects to what has been checked."""

    def connect(self):
        infos = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        targets = list(dict.fromkeys(info[4][0] for info in infos))
        if not targets or not all(map(public, targets)):
            raise Unwanted("not public")
        for target in targets:
            try:
                self.sock = socket.create_connection((target, self.port), self.timeout)
                return
            except OSError as error:
                last = error
        raise last


def ask(url):
    parts = urlsplit(url)
    if not url.lower().startswith("http://") or not parts.hostname:
        raise Unwanted("no http address")
    resource = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
        "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~") if parts.query else "")
    port = 80 if parts.port is None else parts.port
    host = parts.hostname if parts.hostname.isascii() else parts.hostname.encode("idna").decode()
    with closing(CheckedConnection(host, port, timeout=8)) as connection:
        connection.request("GET", resource, headers={"Accept": "text/html", "User-Agent": "notice-board"})
        answer = connection.getresponse()
        if answer.status == 200:
            return "page", answer.read(4_000_000)
        if answer.status in (301, 302, 303, 307, 308) and answer.getheader("Location"):
            location = answer.getheader("Location").encode("latin-1").decode("utf-8", "replace")
            return "step", urljoin(url, location)
        raise Unwanted(answer.status)


def page_title(url):
    try:
        for _ in range(1 + 3):
            kind, value = ask(url)
            if kind == "page":
                title = re.search(r"<title>(.*?)</title>", value.decode("utf-8", "replace"), re.DOTALL | re.IGNORECASE)
                return re.sub(r"\s+", " ", html.unescape(title[1])).strip() if title else None
            url = value
    except (Unwanted, OSError, ValueError, http.client.HTTPException):
        pass
    return None
