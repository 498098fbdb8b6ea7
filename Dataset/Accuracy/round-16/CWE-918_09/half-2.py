import ipaddress
import json
import socket
from http.client import HTTPConnection, HTTPException
from urllib.parse import quote, urljoin, urlsplit

from lxml import etree

MOVED = {301, 302, 303, 307, 308}


class CannotGet(Exception):
    pass


def public(address):
    """Is it an address of the public internet? An IPv6 address may have an
    IPv4 address in it, which is what counts then."""
    address = ipaddress.ip_address(address.split("%")[0])
    if address.version == 6:
        for inner in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())):
            if inner is not None and not public(str(inner)):
                return False
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast


class PinnedConnection(HTTPConnection):
    """Looks the name up once, checks all addresses, and goes to one of these."""

    auto_open = 0

    def connect(self):
        infos = socket.getaddrinfo(self.host, self.port, 0, socket.SOCK_STREAM)
        if not infos or any(not public(info[4][0]) for info in infos):
            raise CannotGet(self.host)
        for family, kind, proto, _, address in infos:
            self.sock = socket.socket(family, kind, proto)
            self.sock.settimeout(self.timeout)
            try:
                return self.sock.connect(address)
            except OSError:
                self.close()
        raise CannotGet(self.host)


def get_once(url):
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        raise CannotGet(url)
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    if parts.query:
        target += "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~")
    connection = PinnedConnection(parts.hostname, parts.port or 80, timeout=8)
    try:
        connection.connect()
        connection.request("GET", target, headers={"Connection": "close"})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def get(base, reference):
    """What is at the reference, as (address, type, content)."""
    try:
        url = urljoin(base, reference)
        for _ in range(4):
            status, headers, content = get_once(url)
            if status == 200:
                return url, headers.get("Content-Type", ""), content
            if status not in MOVED or not headers.get("Location"):
                break
            url = urljoin(url, headers["Location"])
    except (OSError, ValueError, HTTPException) as error:
        raise CannotGet(reference) from error
    raise CannotGet(reference)


def parse(content):
    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = etree.fromstring(content.decode("utf-8", "replace").encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return "", None
    titles = root.xpath("//title")
    notices = [link.get("href") for link in root.xpath("//link[@href]")
               if (link.get("type") or "").lower().strip() == "application/json+oembed"]
    title = "".join(titles[0].itertext()).strip() if titles else ""
    return title, (notices[0].strip() if notices else None)


def preview(address):
    try:
        page, _, content = get("", address)
    except CannotGet:
        return None
    title, notice = parse(content)
    card = {"title": title, "picture": None}
    if notice is None:
        return card
    try:
        place, _, content = get(page, notice)
        fields = json.loads(content.decode("utf-8"))
        if not isinstance(fields, dict):
            return card
        if isinstance(fields.get("title"), str):
            card["title"] = fields["title"]
        thumbnail = fields.get("thumbnail_url")
        if isinstance(thumbnail, str):
            _, kind, content = get(place, thumbnail)
            card["picture"] = kind, content
    except (CannotGet, ValueError, RecursionError):
        pass
    return card
