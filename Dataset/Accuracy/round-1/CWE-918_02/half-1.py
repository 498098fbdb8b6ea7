import html
import http.client
import ipaddress
import re
import socket
from urllib.parse import quote, urljoin, urlsplit

TITLE = re.compile(r"<title>(.*?)</title>", re.IGNORECASE | re.DOTALL)
REDIRECTS = {301, 302, 303, 307, 308}


def _internal(address):
    ip = ipaddress.ip_address(address.split("%")[0])
    for embedded in ("ipv4_mapped", "sixtofour"):
        ip = getattr(ip, embedded, None) or ip
    if ip.version == 6 and (ip.is_site_local or ip in ipaddress.ip_network("64:ff9b::/96")):
        return True
    return (ip.is_private or ip.is_loopback or ip.is_link_local
            or ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _connect(host, port):
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if any(_internal(info[4][0]) for info in found):
        raise OSError("not a public address")
    error = OSError("no address")
    for family, kind, proto, _, sockaddr in found:
        sock = socket.socket(family, kind, proto)
        sock.settimeout(5)
        try:
            sock.connect(sockaddr)
            return sock
        except OSError as e:
            sock.close()
            error = e
    raise error


def _get(url):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname.encode("idna").decode(), parts.port or 80, timeout=5)
    connection.sock = _connect(parts.hostname, parts.port or 80)
    try:
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        if parts.query:
            target += "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._")
        connection.request("GET", target)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location"), answer.read(2_000_000)
    finally:
        connection.close()


def page_title(url):
    try:
        for _ in range(4):
            if not url.lower().startswith("http://"):
                return None
            status, location, body = _get(url)
            if status in REDIRECTS and location:
                url = urljoin(url, location)
                continue
            if status != 200:
                return None
            match = TITLE.search(body.decode("utf-8", "replace"))
            return " ".join(html.unescape(match[1]).split()) if match else None
    except (OSError, ValueError, AttributeError, http.client.HTTPException):
        return None
    return None
