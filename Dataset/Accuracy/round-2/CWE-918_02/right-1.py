import html
import http.client
import logging
import re
import socket
from contextlib import closing
from itertools import islice
from ipaddress import IPv4Address, ip_address, ip_network
from urllib.parse import quote, urljoin, urlsplit

log = logging.getLogger(__name__)
NOT_PUBLIC = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2002::/16", "2001:db8::/32",
                                    "3fff::/20")))
GLOBAL_UNICAST = ip_network("2000::/3")


class Refused(Exception):
    pass


def require_public(text):
    address = ip_address(text.partition("%")[0])
    if address.version == 6 and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    public = address.is_global and not address.is_multicast and not any(
        address in net for net in NOT_PUBLIC if net.version == address.version)
    if not (public and (isinstance(address, IPv4Address) or address in GLOBAL_UNICAST)):
        raise Refused(text)


class Connection(http.client.HTTPConnection):
    def connect(self):
        entries = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        for *_, address in entries:
            require_public(address[0])
        failure = Refused("no address")
        for family, kind, protocol, _, address in entries:
            self.sock = socket.socket(family, kind, protocol)
            try:
                self.sock.settimeout(self.timeout)
                # the very address that was checked, so that no second look-up can give another one
                self.sock.connect(address)
                return
            except OSError as error:
                self.sock.close()
                failure = error
        raise failure


def pages(url):
    """Yields (status, body) of each step."""
    while url.startswith("http://"):
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        if not host:
            raise Refused(url)
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
        if parts.query:
            target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?")
        with closing(Connection(host, parts.port or 80, timeout=5)) as connection:
            connection.request("GET", target)
            answer = connection.getresponse()
            location = answer.getheader("Location") if answer.status in (301, 302, 303, 307, 308) else None
            yield answer.status, answer.read() if answer.status == 200 else b""
        if location is None:
            return
        url = urljoin(url, location.encode("latin-1", "replace").decode("utf-8", "replace").strip())


def page_title(url):
    try:
        for status, body in islice(pages(url), 4):
            if status == 200:
                title = re.search(r"(?isa)<title>(.*?)</title>", body.decode("utf-8", "replace"))
                return title and " ".join(html.unescape(title.group(1)).split())
    except (Refused, OSError, ValueError, http.client.HTTPException) as error:
        log.info("no title of %s: %r", url, error)
    return None
