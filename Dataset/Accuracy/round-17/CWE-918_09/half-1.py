import http.client
import ipaddress
import json
import socket
from urllib.parse import quote, urljoin, urlsplit

import lxml.html

REDIRECTS = (301, 302, 303, 307, 308)
TIMEOUT = 10


def _public(text):
    """Whether an address is one of the public internet."""
    address = ipaddress.ip_address(text.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    for one in (address, mapped):
        if one is not None and (
                one.is_private or one.is_loopback or one.is_link_local
                or one.is_multicast or one.is_reserved or one.is_unspecified
                or getattr(one, "is_site_local", False)):
            return False
    return True


def _addresses(host, port):
    """All addresses of a host, looked up once; none if one of them is not public."""
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    found = []
    for info in infos:
        if info[4][0] not in found:
            found.append(info[4][0])
    if not all(_public(address) for address in found):
        raise OSError("not public")
    return found


class _Connection(http.client.HTTPConnection):
    """Connects to the addresses that were checked, whatever the name means by now."""

    def __init__(self, host, port, addresses):
        super().__init__(host, port, timeout=TIMEOUT)
        self._addresses = addresses

    def connect(self):
        error = OSError("no address")
        for address in self._addresses:
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
                return
            except OSError as problem:
                error = problem
        raise error


def _step(address):
    parts = urlsplit(address)
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError("not http")
    port = 80 if parts.port is None else parts.port
    connection = _Connection(parts.hostname, port, _addresses(parts.hostname, port))
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        path += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    try:
        connection.request("GET", path, headers={"Connection": "close"})
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


def _get(address):
    """(address at the end, headers, bytes), or None if it cannot be got."""
    try:
        for _ in range(4):
            status, headers, body = _step(address)
            if status in REDIRECTS and headers.get("Location"):
                address = urljoin(address, headers["Location"].strip())
                continue
            return (address, headers, body) if status == 200 else None
    except (OSError, ValueError, http.client.HTTPException):
        pass
    return None


def _parse(body):
    text = body.decode("utf-8", "replace")
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8")
        return lxml.html.document_fromstring(text.encode("utf-8"), parser=parser)
    except Exception:
        return None


def preview(address):
    page = _get(address)
    if page is None:
        return None
    base, _, body = page
    title, notice_address, picture = "", None, None
    tree = _parse(body)
    if tree is not None:
        element = next(tree.iter("title"), None)
        if element is not None:
            title = element.text_content().strip()
        for link in tree.iter("link"):
            if (link.get("type") or "").strip().lower() == "application/json+oembed" \
                    and link.get("href") is not None:
                notice_address = link.get("href").strip()
                break
    if notice_address is not None:
        try:
            notice = _get(urljoin(base, notice_address))
            card = json.loads(notice[2].decode("utf-8")) if notice else None
        except (ValueError, RecursionError):
            card = None
        if isinstance(card, dict):
            if isinstance(card.get("title"), str):
                title = card["title"]
            thumbnail = card.get("thumbnail_url")
            if isinstance(thumbnail, str):
                try:
                    got = _get(urljoin(notice[0], thumbnail))
                except ValueError:
                    got = None
                if got is not None:
                    picture = (got[1].get("Content-Type"), got[2])
    return {"title": title, "picture": picture}
