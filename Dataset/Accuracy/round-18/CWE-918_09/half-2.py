import http.client
import ipaddress
import json
import socket
from urllib.parse import quote, urljoin, urlsplit

from lxml import etree

TIMEOUT = 5
REDIRECTS = 3
MOVED = (301, 302, 303, 307, 308)
NOTICE = "application/json+oembed"
NAT64 = ipaddress.ip_network("64:ff9b::/96")
SAFE = "%/:;=?@&+$,!*'()[]~#"


class CannotGet(Exception):
    pass


def public(address):
    """Whether a machine on the internet has this address, an IPv4 one within IPv6 included."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if ip.version == 6:
        if ip in NAT64:
            ip = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        else:
            ip = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1]) or ip
    return ip.is_global and not (
        ip.is_multicast or ip.is_reserved or ip.is_unspecified or getattr(ip, "is_site_local", False)
    )


def connect(host, port):
    """A socket to one of the addresses that have been checked. All have to be public."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [entry[4][0] for entry in found]
    if not addresses or not all(public(address) for address in addresses):
        raise CannotGet(host)
    fault = None
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=TIMEOUT)
        except OSError as error:
            fault = error
    raise fault


class Getter:
    """Gets what belongs to one card. Page, notice and picture are mostly on one
    machine, so that the connections are kept until the card is ready."""

    def __init__(self):
        self._connections = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for connection in self._connections.values():
            connection.close()

    def _connection(self, host, port):
        if (host, port) not in self._connections:
            connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
            connection.sock = connect(host, port)  # checked: the name is not looked up again
            self._connections[host, port] = connection
        return self._connections[host, port]

    def _once(self, address):
        """The status, the headers and the body that an address answers with, and no further."""
        parts = urlsplit(address)
        if parts.scheme != "http" or not parts.hostname:
            raise CannotGet(address)
        target = quote(parts.path or "/", safe=SAFE)
        if parts.query:
            target += "?" + quote(parts.query, safe=SAFE)
        key = parts.hostname, parts.port or 80
        connection = self._connection(*key)
        try:
            connection.request("GET", target)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        except (OSError, http.client.HTTPException):
            connection.close()
            del self._connections[key]
            raise

    def get(self, address):
        """The last address, the headers and the body."""
        try:
            for _ in range(REDIRECTS + 1):
                status, headers, body = self._once(address)
                if status == 200:
                    return address, headers, body
                if status not in MOVED or "Location" not in headers:
                    break
                address = urljoin(address, headers["Location"])
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise CannotGet(address) from error
        raise CannotGet(address)


def read_page(body):
    """The title, and the address of the notice or None."""
    try:
        tree = etree.fromstring(body, etree.HTMLParser(encoding="utf-8", no_network=True))
    except etree.XMLSyntaxError:
        tree = None
    if tree is None:
        return "", None
    title = tree.find(".//title")
    notices = [link.get("href") for link in tree.iter("link")
               if (link.get("type") or "").strip().lower() == NOTICE and link.get("href")]
    return ("" if title is None else "".join(title.itertext()).strip()), (notices[0] if notices else None)


def preview(address):
    with Getter() as getter:
        return card(address, getter.get)


def card(address, get):
    try:
        where, _, body = get(address)
    except CannotGet:
        return None
    title, href = read_page(body)
    picture = None
    if href:
        try:
            where, _, body = get(urljoin(where, href))
            notice = json.loads(body.decode("utf-8"))
            if isinstance(notice, dict):
                if isinstance(notice.get("title"), str):
                    title = notice["title"]
                if isinstance(notice.get("thumbnail_url"), str):
                    _, headers, image = get(urljoin(where, notice["thumbnail_url"]))
                    picture = headers.get("Content-Type", ""), image
        except (CannotGet, ValueError, RecursionError):
            pass
    return {"title": title, "picture": picture}
