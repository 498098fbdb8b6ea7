import http.client
import ipaddress
import json
import socket
from urllib.parse import quote, urljoin, urlsplit

import lxml.html

TIMEOUT = 10
REDIRECTS = 3
NOTICE = "application/json+oembed"


class Unreachable(Exception):
    pass


def is_public(text):
    address = ipaddress.ip_address(text.partition("%")[0])
    if address.version == 6 and address not in ipaddress.ip_network("2000::/3"):
        return False            # mapped, NAT64, link-local and other kinds
    if getattr(address, "sixtofour", None) or getattr(address, "teredo", None):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def checked_socket(host, port):
    """A connection to the very address that was checked."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not found or not all(is_public(sockaddr[0]) for *_, sockaddr in found):
        raise Unreachable("not public: " + host)
    error = None
    for family, kind, protocol, _, sockaddr in found:
        sock = socket.socket(family, kind, protocol)
        sock.settimeout(TIMEOUT)
        try:
            sock.connect(sockaddr)
            return sock
        except OSError as exc:
            sock.close()
            error = exc
    raise Unreachable(host) from error


class Getter:
    """Gets things by http. Page, notice and picture are mostly on one host, so
    that its connection is kept."""

    def __init__(self):
        self._open = {}

    def _connection(self, host, port):
        if (host, port) not in self._open:
            connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
            connection.sock = checked_socket(host, port)
            self._open[host, port] = connection
        return self._open[host, port]

    def _step(self, url):
        parts = urlsplit(url)
        if parts.scheme != "http" or not parts.hostname:
            raise Unreachable("not http: " + url)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        if parts.query:
            path += "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
        place = parts.hostname, parts.port or 80
        connection = self._connection(*place)
        try:
            connection.request("GET", path, headers={"User-Agent": "cards"})
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        except Exception:
            connection.close()
            del self._open[place]
            raise

    def get(self, url):
        """(address at the end, type, bytes), or None."""
        try:
            for _ in range(REDIRECTS + 1):
                status, headers, body = self._step(url)
                if status == 200:
                    return url, headers.get("Content-Type", ""), body
                if status not in (301, 302, 303, 307, 308) or "Location" not in headers:
                    return None
                url = urljoin(url, headers["Location"])
        except (Unreachable, OSError, ValueError, http.client.HTTPException):
            pass
        return None

    def close(self):
        for connection in self._open.values():
            connection.close()


def read_page(body):
    """Title and address of the first notice."""
    text = body.decode("utf-8", "replace")
    if not text.strip():
        return "", None
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8"),
                                             parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.LxmlError, ValueError):
        return "", None
    title = next(tree.iter("title"), None)
    notice = None
    for link in tree.iter("link"):
        if link.get("type", "").strip().lower() == NOTICE and link.get("href"):
            notice = link.get("href").strip()
            break
    return ("" if title is None else title.text_content().strip()), notice


def read_notice(body):
    try:
        notice = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        return {}
    return notice if isinstance(notice, dict) else {}


def join(base, reference):
    try:
        return urljoin(base, reference)
    except ValueError:
        return ""


def preview(address):
    getter = Getter()
    try:
        page = getter.get(address)
        if page is None:
            return None
        title, where = read_page(page[2])
        card = {"title": title, "picture": None}
        got = getter.get(join(page[0], where)) if where else None
        if got is not None:
            notice = read_notice(got[2])
            if isinstance(notice.get("title"), str):
                card["title"] = notice["title"]
            if isinstance(notice.get("thumbnail_url"), str):
                picture = getter.get(join(got[0], notice["thumbnail_url"]))
                if picture is not None:
                    card["picture"] = picture[1:]
        return card
    finally:
        getter.close()
