import http.client
import ipaddress
import re
import socket
import urllib.error
import urllib.request
from html import unescape
from urllib.parse import quote, urldefrag, urljoin, urlsplit

EXCLUDED = tuple(map(ipaddress.ip_network, (
    "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "224.0.0.0/3",
)))
GLOBAL_V6 = ipaddress.ip_network("2000::/3")
TUNNELS = tuple(map(ipaddress.ip_network, ("2001::/23", "2002::/16")))


def is_public(text):
    try:
        ip = ipaddress.ip_address(text)
    except ValueError:
        return False
    if ip.version == 6:
        return ip in GLOBAL_V6 and ip.is_global and not any(ip in net for net in TUNNELS)
    return ip.is_global and not any(ip in net for net in EXCLUDED)


class PublicConnection(http.client.HTTPConnection):
    def connect(self):
        infos = socket.getaddrinfo(self.host, self.port, 0, socket.SOCK_STREAM)
        if not infos or not all(is_public(sockaddr[0]) for *_, sockaddr in infos):
            raise PermissionError(f"{self.host} is not public")
        for last, (family, kind, proto, _, sockaddr) in enumerate(infos, 1 - len(infos)):
            self.sock = socket.socket(family, kind, proto)
            self.sock.settimeout(self.timeout)
            try:
                return self.sock.connect(sockaddr)
            except OSError:
                self.sock.close()
                self.sock = None
                if last == 0:
                    raise


class PublicHandler(urllib.request.HTTPHandler):
    def http_open(self, req):
        return self.do_open(PublicConnection, req)


class Unchanged(urllib.request.HTTPErrorProcessor):
    def http_response(self, request, response):
        return response


OPENER = urllib.request.OpenerDirector()
for handler in (PublicHandler, Unchanged):
    OPENER.add_handler(handler())


def _clean(url):
    parts = urlsplit(urldefrag(url).url)
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError("not http")
    host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    port = "" if parts.port is None else f":{parts.port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._") if parts.query else ""
    return f"http://{host}{port}{path}{query}"


def _pages(url):
    """The answers on the way, the first one and at most three more."""
    for _ in range(4):
        with OPENER.open(_clean(url), timeout=6) as answer:
            yield answer
            location = answer.headers.get("Location", "")
        location = location.encode("latin-1", "replace").decode("utf-8", "replace")
        url = urljoin(url, location)


def page_title(url):
    try:
        for answer in _pages(url):
            if answer.status == 200:
                text = answer.read(8 << 20).decode("utf-8", "replace")
                found = re.search("<title>(.*?)</title>", text, re.I | re.S)
                return found and re.sub(r"\s+", " ", unescape(found.group(1))).strip()
            if answer.status not in (301, 302, 303, 307, 308) or "Location" not in answer.headers:
                break
    except (OSError, ValueError, http.client.HTTPException):
        pass
    return None
