import html
import http.client
import ipaddress
import logging
import re
import socket
from contextlib import closing
from urllib.parse import quote, urljoin, urlsplit

log = logging.getLogger(__name__)
SAFE = "/?%:@!$&'()*+,;=~[]"


def public(text):
    ip = ipaddress.ip_address(text.partition("%")[0])
    if ip.version == 6 and (ip.ipv4_mapped or ip.sixtofour or ip.teredo or ip.is_site_local):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


class PinnedConnection(http.client.HTTPConnection):
    def connect(self):
        found = [info[4][0] for info in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)]
        if not found or not all([public(address) for address in found]):
            raise PermissionError(f"{self.host} is not public")
        for place, address in enumerate(found, 1):
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
                return
            except OSError:
                if place == len(found):
                    raise


def answers(url):
    for _ in range(4):
        if not url.startswith("http://"):
            return
        parts = urlsplit(url)
        if not parts.hostname:
            return
        with closing(PinnedConnection(parts.hostname, parts.port or 80, timeout=8)) as connection:
            path = quote(parts.path or "/", SAFE) + ("?" + quote(parts.query, SAFE) if parts.query else "")
            host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname.encode("idna").decode()
            connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
            connection.putheader("Host", host if parts.port in (None, 80) else f"{host}:{parts.port}")
            connection.putheader("Connection", "close")
            connection.endheaders()
            response = connection.getresponse()
            yield response.status, response
            location = response.getheader("Location")
        if response.status not in (301, 302, 303, 307, 308) or location is None:
            return
        url = urljoin(url, location.encode("latin-1", "replace").decode("utf-8", "replace"))


def page_title(url):
    try:
        for status, response in answers(url):
            if status == 200:
                page = response.read(4 << 20).decode("utf-8", "replace")
                found = re.search(r"<title>(.*?)</title>", page, re.IGNORECASE | re.DOTALL)
                return found and " ".join(html.unescape(found[1]).split())
    except (OSError, ValueError, http.client.HTTPException) as problem:
        log.info("no title for %r: %s", url, problem)
    return None
