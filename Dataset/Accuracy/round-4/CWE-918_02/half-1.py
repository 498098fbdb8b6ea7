import html
import http.client
import ipaddress
import re
import socket
from urllib.parse import quote, urljoin, urlsplit


def _is_public(address):
    ip = ipaddress.ip_address(address)
    if ip.version == 6 and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return not (ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast
                or ip.is_reserved or ip.is_unspecified)


def _get(url):
    parts = urlsplit(url)
    port = parts.port or 80
    found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    addresses = [entry[4][0] for entry in found]
    if not addresses or not all(map(_is_public, addresses)):
        raise ValueError("address is not public")
    connection = http.client.HTTPConnection(addresses[0], port, timeout=10)
    try:
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + ("?" + quote(parts.query, safe="/%?:@!$&'()*+,;=~") if parts.query else "")
        connection.request("GET", target, headers={"Host": parts.netloc.rpartition("@")[2]})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location"), answer.read(1 << 20)
    finally:
        connection.close()


def page_title(url):
    try:
        for _ in range(4):
            if not url.startswith("http://"):
                return None
            status, location, body = _get(url)
            if status in (301, 302, 303, 307, 308) and location:
                url = urljoin(url, location)
                continue
            if status != 200:
                return None
            match = re.search("<title>(.*?)</title>", body.decode("utf-8", "replace"), re.I | re.S)
            return " ".join(html.unescape(match[1]).split()) if match else None
    except (OSError, ValueError, http.client.HTTPException):
        pass
    return None
