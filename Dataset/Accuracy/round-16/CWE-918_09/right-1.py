"""requests, with a transport that can open nothing but public addresses."""
import json
import socket
from contextlib import closing
from ipaddress import ip_address, ip_network
from urllib.parse import urljoin

import requests
from lxml import etree
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import HTTPError, NewConnectionError

NETS_4 = [ip_network(n) for n in """0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16
    172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15
    198.51.100.0/24 203.0.113.0/24 224.0.0.0/3""".split()]
WORLD_6 = ip_network("2000::/3")
NETS_6 = [ip_network(n) for n in "2001::/23 2001:db8::/32 2002::/16 3fff::/20".split()]


def public(text):
    try:
        address = ip_address(text)              # one with a scope is in none of the nets of the world
    except ValueError:
        return False
    if address.version == 4:
        return not any(address in net for net in NETS_4)
    return address in WORLD_6 and not any(address in net for net in NETS_6)


class PublicConnection(HTTPConnection):
    def _new_conn(self):
        try:
            found = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise NewConnectionError(self, str(error)) from error
        if not found or not all(public(place[0]) for *_, place in found):
            raise NewConnectionError(self, "not a public address")
        for family, kind, protocol, _, place in found:
            sock = socket.socket(family, kind, protocol)
            try:
                sock.settimeout(10)
                sock.connect(place)
            except OSError:
                sock.close()
            else:
                return sock
        raise NewConnectionError(self, "no answer")


class PublicPool(HTTPConnectionPool):
    ConnectionCls = PublicConnection


class PublicAdapter(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": PublicPool}

    def proxy_manager_for(self, *args, **kwargs):
        raise requests.exceptions.ProxyError("no proxies")


class Visit:
    """What one look at a link needs; true if there is something."""

    def __init__(self):
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.adapters.clear()
        self.session.mount("http://", PublicAdapter())

    def close(self):
        self.session.close()

    def fetch(self, url, base="", left=3):
        try:
            url = urljoin(base, url)
            if not url.lower().startswith("http://"):
                return None
            with self.session.get(url, allow_redirects=False, timeout=10) as answer:
                body, status, kind = answer.content, answer.status_code, answer.headers.get("Content-Type", "")
                target = answer.headers.get("Location")
        except (requests.RequestException, HTTPError, OSError, ValueError):
            return None
        if status == 200:
            return url, kind, body
        if status in {301, 302, 303, 307, 308} and target and left:
            return self.fetch(target, url, left - 1)
        return None


def look(body):
    class Eyes:
        title, notice, inside = None, None, False

        def start(self, tag, attributes):
            if tag == "title" and self.title is None:
                self.title, self.inside = "", True
            if (tag == "link" and self.notice is None and attributes.get("href")
                    and attributes.get("type", "").strip().lower() == "application/json+oembed"):
                self.notice = attributes["href"].strip()

        def end(self, tag):
            self.inside = self.inside and tag != "title"

        def data(self, text):
            if self.inside:
                self.title += text

        def comment(self, text):
            pass

        def close(self):
            return (self.title or "").strip(), self.notice

    parser = etree.HTMLParser(target=Eyes(), encoding="utf-8")
    try:
        parser.feed(body.decode("utf-8", "replace").encode() or b" ")
        return parser.close()
    except etree.LxmlError:
        return "", None


def preview(address):
    with closing(Visit()) as visit:
        if not (page := visit.fetch(address)):
            return None
        title, href = look(page[2])
        picture = None
        if href and (notice := visit.fetch(href, page[0])):
            try:
                fields = json.loads(str(notice[2], "utf-8"))
            except (ValueError, RecursionError):
                fields = None
            if isinstance(fields, dict):
                title = fields.get("title", title)
                if isinstance(thumbnail := fields.get("thumbnail_url"), str):
                    picture = (visit.fetch(thumbnail, notice[0]) or (None, None))[1:]
                    picture = picture if len(picture) == 2 else None
        return {"title": title, "picture": picture}
