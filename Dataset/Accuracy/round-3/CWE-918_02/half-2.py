import html
import http.client
import ipaddress
import re
import socket
from urllib.parse import quote, urljoin, urlsplit


def forbidden(text):
    address = ipaddress.ip_address(text.split("%")[0])
    mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    if mapped is not None:
        address = mapped
    return (address.is_private or address.is_loopback or address.is_link_local
            or address.is_multicast or address.is_reserved or address.is_unspecified
            or getattr(address, "is_site_local", False))


def fetch(url):
    """Asks the very address that was checked."""
    parts = urlsplit(url)
    port = parts.port or 80
    found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    addresses = [entry[4][0] for entry in found]
    if not addresses or any(forbidden(address) for address in addresses):
        raise ValueError("not a public address")
    connection = http.client.HTTPConnection(addresses[0], port, timeout=5)
    try:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        if parts.query:
            path += "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._")
        connection.request("GET", path, headers={"Host": parts.netloc.rpartition("@")[2]})
        response = connection.getresponse()
        return response.status, response.getheader("Location"), response.read()
    finally:
        connection.close()


def page_title(url):
    for step in range(4):
        if not url.startswith("http://"):
            return None
        try:
            status, location, body = fetch(url)
            if status in (301, 302, 303, 307, 308) and location:
                url = urljoin(url, location)
                continue
        except (OSError, ValueError, http.client.HTTPException):
            return None
        if status != 200:
            return None
        match = re.search("<title>(.*?)</title>", body.decode("utf-8", "replace"), re.IGNORECASE | re.DOTALL)
        return " ".join(html.unescape(match.group(1)).split()) if match else None
    return None
