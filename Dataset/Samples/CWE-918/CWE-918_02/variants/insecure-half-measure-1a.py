import html
import ipaddress
import re
import socket
from urllib.parse import urljoin, urlsplit

import requests

TITLE = re.compile(r"<title>(.*?)</title>", re.IGNORECASE | re.DOTALL)
REDIRECTS = {301, 302, 303, 307, 308}


def _is_public(url):
    """Do all addresses of the URL's host belong to the public internet?"""
    try:
        parts = urlsplit(url)
        infos = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    except (OSError, ValueError):
        return False
    for *_, sockaddr in infos:
        address = ipaddress.ip_address(sockaddr[0])
        if address.version == 6:
            if address.is_site_local:
                return False
            address = address.ipv4_mapped or address.sixtofour or address
        if not address.is_global or address.is_multicast or address.is_reserved:
            return False
    return bool(infos)


def page_title(url):
    for _ in range(4):
        if not url.lower().startswith("http://") or not _is_public(url):
            return None
        try:
            response = requests.get(url, allow_redirects=False, timeout=10)
        except (requests.RequestException, UnicodeError):
            return None
        if response.status_code == 200:
            match = TITLE.search(response.content.decode("utf-8", "replace"))
            return " ".join(html.unescape(match[1]).split()) if match else None
        if response.status_code not in REDIRECTS or "Location" not in response.headers:
            return None
        url = urljoin(url, response.headers["Location"])
    return None
