import html
import ipaddress
import re
import socket
from urllib.parse import urljoin, urlsplit

import requests

REDIRECTS = (301, 302, 303, 307, 308)


def is_public(host, port):
    addresses = {info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    for text in addresses:
        address = ipaddress.ip_address(text.split("%")[0])
        if address.version == 6:
            address = address.ipv4_mapped or address.sixtofour or address
        if (not address.is_global or address.is_multicast or address.is_reserved
                or getattr(address, "is_site_local", False)):
            return False
    return bool(addresses)


def page_title(url):
    session = requests.Session()
    session.trust_env = False
    for _ in range(4):
        if not url.startswith("http://"):
            return None
        try:
            request = session.prepare_request(requests.Request("GET", url))
            parts = urlsplit(request.url)
            if not is_public(parts.hostname, parts.port or 80):
                return None
            answer = session.send(request, allow_redirects=False, timeout=5)
        except (requests.RequestException, OSError, ValueError):
            return None
        if answer.status_code in REDIRECTS and "Location" in answer.headers:
            url = urljoin(url, answer.headers["Location"])
            continue
        if answer.status_code != 200:
            return None
        found = re.search(r"<title>(.*?)</title>", answer.content.decode("utf-8", "replace"), re.I | re.S)
        return " ".join(html.unescape(found[1]).split()) if found else None
    return None
