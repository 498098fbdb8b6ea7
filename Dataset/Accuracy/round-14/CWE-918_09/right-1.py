"""A visit is an object; each socket is opened by hand to an address of the one lookup that was checked."""
import ipaddress
import json
import socket
from contextlib import closing, suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from urllib.parse import quote, urljoin, urlsplit

NETS = {
    4: [ipaddress.ip_network(n) for n in """0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12
        192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24
        224.0.0.0/3""".split()],
    6: [ipaddress.ip_network(n) for n in """::/3 2001::/23 2001:db8::/32 2002::/16 3fff::/20 4000::/2
        8000::/1""".split()],
}


class Failure(OSError):
    pass


class Head(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.titles, self.hrefs, self.inside = [], [], False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "title":
            self.inside = True
            self.titles.append("")
        elif tag == "link" and str(attrs.get("type")).strip().lower() == "application/json+oembed":
            if attrs.get("href"):
                self.hrefs.append(attrs["href"])

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "title"

    def handle_data(self, data):
        if self.inside:
            self.titles[-1] += data


class Line(HTTPConnection):
    """Connects to public addresses or not at all."""

    def connect(self):
        infos = socket.getaddrinfo(self.host, self.port, 0, socket.SOCK_STREAM)
        for *_, sockaddr in infos:
            ip = ipaddress.ip_address(sockaddr[0].partition("%")[0])
            if any(ip in net for net in NETS[ip.version]):
                raise Failure("not public")
        for family, kind, proto, _, sockaddr in infos:
            self.sock = socket.socket(family, kind, proto)
            self.sock.settimeout(9)
            try:
                return self.sock.connect(sockaddr)
            except OSError:
                self.sock.close()
                self.sock = None
        raise Failure("no answer")


@dataclass
class Visit:
    address: str
    base: str = ""
    kind: str = field(default="", init=False)
    body: bytes = field(default=b"", init=False)

    def __post_init__(self):
        try:
            self.go(urljoin(self.base, self.address), 3)
        except (HTTPException, ValueError, AttributeError) as error:
            raise Failure from error

    def go(self, address, left):
        url = urlsplit(address)
        if url.scheme != "http" or not url.hostname:
            raise Failure("not http:")
        path = quote(url.path or "/", safe="/%:@!$&'()*+,;=~") + ("?" + quote(
            url.query, safe="/?%:@!$&'()*+,;=~") if url.query else "")
        host = url.hostname if url.hostname.isascii() else url.hostname.encode("idna").decode()
        with closing(Line(host, 80 if url.port is None else url.port)) as line:
            line.request("GET", path)
            answer = line.getresponse()
            match answer.status:
                case 200:
                    self.address, self.kind, self.body = address, answer.getheader("Content-Type", ""), answer.read()
                    return
                case 301 | 302 | 303 | 307 | 308 if left and answer.getheader("Location"):
                    onward = urljoin(address, answer.getheader("Location"))
                case _:
                    raise Failure(answer.status)
        self.go(onward, left - 1)


def preview(address):
    with suppress(OSError):
        page = Visit(address)
        head = Head()
        with suppress(AssertionError):
            head.feed(page.body.decode("utf-8", "replace"))
            head.close()
        card = {"title": (head.titles or [""])[0].strip(), "picture": None}
        with suppress(OSError, ValueError, RecursionError):
            for href in head.hrefs[:1]:
                notice = Visit(href, page.address)
                facts = json.loads(notice.body.decode())
                if type(facts) is dict:
                    card["title"] = facts.get("title", card["title"])
                    if isinstance(small := facts.get("thumbnail_url"), str):
                        picture = Visit(small, notice.address)
                        card["picture"] = picture.kind, picture.body
        return card
    return None
