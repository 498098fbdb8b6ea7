import http.client
import ipaddress
import json
import socket
from urllib.parse import quote, urljoin, urlsplit

from lxml import etree, html

TIMEOUT = 8
MOST = 16 * 1024 * 1024
STEPS = 3
NOTICE = "application/json+oembed"


class CannotGet(Exception):
    pass


def _is_public(text):
    ip = ipaddress.ip_address(text.split("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    if mapped is not None:
        ip = mapped
    return ip.is_global and not ip.is_multicast


def _open(host, port):
    """A socket to the very address that was checked."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not found or not all(_is_public(entry[4][0]) for entry in found):
        raise CannotGet(host)
    for family, kind, proto, _, address in found:
        sock = socket.socket(family, kind, proto)
        try:
            sock.settimeout(TIMEOUT)
            sock.connect(address)
            return sock
        except OSError:
            sock.close()
    raise CannotGet(host)


def _step(address):
    parts = urlsplit(address)
    if parts.scheme != "http" or not parts.hostname:
        raise CannotGet(address)
    host = parts.hostname if parts.hostname.isascii() else parts.hostname.encode("idna").decode("ascii")
    port = parts.port or 80
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        target += "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._")
    connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
    try:
        connection.sock = _open(host, port)
        connection.request("GET", target, headers={"User-Agent": "cards/1"})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read(MOST)
    finally:
        connection.close()


def _get(address):
    """(address at the end, headers, bytes)"""
    try:
        for _ in range(STEPS + 1):
            status, headers, body = _step(address)
            if status == 200:
                return address, headers, body
            if status not in (301, 302, 303, 307, 308) or not headers.get("Location"):
                break
            address = urljoin(address, headers["Location"])
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise CannotGet(address) from error
    raise CannotGet(address)


def _read_page(body):
    """(title, href of the first notice or None)"""
    try:
        tree = html.document_fromstring(body, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return "", None
    titles = tree.xpath("//title")
    links = [link.get("href") for link in tree.iter("link")
             if (link.get("type") or "").strip().lower() == NOTICE and link.get("href")]
    return titles[0].text_content().strip() if titles else "", links[0] if links else None


def preview(address):
    try:
        where, _, body = _get(address)
    except CannotGet:
        return None
    title, href = _read_page(body)
    picture = None
    try:
        if href is not None:
            where, _, body = _get(urljoin(where, href))
            notice = json.loads(body.decode("utf-8"))
            if isinstance(notice, dict):
                if isinstance(notice.get("title"), str):
                    title = notice["title"]
                if isinstance(notice.get("thumbnail_url"), str):
                    _, headers, body = _get(urljoin(where, notice["thumbnail_url"]))
                    picture = (headers.get("Content-Type", ""), body)
    except (CannotGet, ValueError, RecursionError):
        pass
    return {"title": title, "picture": picture}
