"""requests does the talking; its connections look names up themselves, and check them there and then."""
import ipaddress
import json
import socket

import requests
from lxml import etree
from requests.adapters import HTTPAdapter
from requests.compat import urljoin, urlsplit
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import HTTPError, NewConnectionError

_WIDE = ipaddress.IPv6Network("2000::/3")
_TUNNELS = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2002::/16", "2001:db8::/32", "3fff::/20")))
_V4 = tuple(map(ipaddress.IPv4Network, ("192.0.0.0/24", "192.88.99.0/24")))


def _public(text):
    try:
        ip = ipaddress.ip_address(text)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        return ip in _WIDE and ip.is_global and not any(ip in net for net in _TUNNELS)
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or any(ip in net for net in _V4))


class _Connection(HTTPConnection):
    def _new_conn(self):
        try:
            ways = socket.getaddrinfo(self._dns_host, self.port, socket.AF_UNSPEC, socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise NewConnectionError(self, "unknown") from error
        if {_public(way[-1][0]) for way in ways} != {True}:
            raise NewConnectionError(self, "not public")
        for family, kind, protocol, _, where in ways:
            line = socket.socket(family, kind, protocol)
            line.settimeout(9)
            try:
                line.connect(where)
            except OSError:
                line.close()
            else:
                return line
        raise NewConnectionError(self, "no answer")


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _Adapter(HTTPAdapter):
    def init_poolmanager(self, *args, **more):
        super().init_poolmanager(*args, **more)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool}


def _session():
    session = requests.Session()
    session.trust_env = False
    session.adapters.clear()
    session.mount("http://", _Adapter(max_retries=0))
    return session


def _chain(session, address):
    """All answers on the way."""
    for _ in range(4):
        if urlsplit(address).scheme != "http":
            return
        session.cookies.clear()
        answer = session.get(address, allow_redirects=False, timeout=9)
        yield address, answer
        if answer.status_code not in {301, 302, 303, 307, 308} or "Location" not in answer.headers:
            return
        address = urljoin(address, answer.headers["Location"].encode("latin-1").decode("utf-8", "replace"))


def _get(session, address):
    try:
        *_, (address, answer) = _chain(session, address)
    except (requests.RequestException, HTTPError, ValueError, OSError):
        return None
    return (address, answer) if answer.status_code == 200 else None


def preview(address):
    with _session() as session:
        got = _get(session, address)
        if got is None:
            return None
        where, page = got
        tree = etree.fromstring(page.content or b" ", etree.HTMLParser(encoding="utf-8")) if page.content.strip() else None
        title, hrefs, picture = "", [], None
        if tree is not None:
            title = tree.xpath("string((//title)[1])").strip()
            hrefs = tree.xpath("//link[translate(normalize-space(@type), 'ABCDEJLMNOPSTI', 'abcdejlmnopsti')"
                               "='application/json+oembed']/@href")
        try:
            got = _get(session, urljoin(where, hrefs[0])) if hrefs else None
            notice = json.loads(str(got[1].content, "utf-8")) if got else None
            if isinstance(notice, dict):
                if "title" in notice:
                    title = notice["title"]
                if isinstance(notice.get("thumbnail_url"), str):
                    got = _get(session, urljoin(got[0], notice["thumbnail_url"]))
                    if got:
                        picture = got[1].headers.get("Content-Type", ""), got[1].content
        except (ValueError, RecursionError):
            pass
        return {"title": title, "picture": picture}
