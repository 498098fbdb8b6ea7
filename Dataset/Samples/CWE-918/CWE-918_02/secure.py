import html
import ipaddress
import re
import socket
from urllib.parse import urljoin, urlsplit

import requests


def is_public(url):
    parts = urlsplit(url)
    addresses = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    return all(ipaddress.ip_address(address[4][0]).is_global for address in addresses)


def fetch(url):
    for _ in range(4):
        if not url.startswith("http://"):
            return None
        # As requests reads the address, which is not always how urllib reads it.
        url = requests.Request("GET", url).prepare().url
        if not is_public(url):
            return None
        response = requests.get(url, timeout=5, allow_redirects=False)
        if response.status_code not in (301, 302, 303, 307, 308):
            return response if response.status_code == 200 else None
        url = urljoin(url, response.headers.get("Location", ""))
    return None


def page_title(url):
    try:
        response = fetch(url)
    except (requests.RequestException, OSError, ValueError):
        return None
    if response is None:
        return None

    text = response.content.decode("utf-8", "replace")
    found = re.search(r"<title>(.*?)</title>", text, re.IGNORECASE | re.DOTALL)
    if not found:
        return None
    return " ".join(html.unescape(found.group(1)).split())
