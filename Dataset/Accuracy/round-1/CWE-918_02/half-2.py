import html
import ipaddress
import re
import socket
from urllib.parse import urljoin, urlsplit

import requests

TITLE = re.compile(r"<title>(.*?)</title>", re.IGNORECASE | re.DOTALL)
NOT_PUBLIC = [ipaddress.ip_network(n) for n in ("64:ff9b::/96", "fec0::/10", "192.0.0.0/24", "192.88.99.0/24")]


def _public(address):
    ip = ipaddress.ip_address(address.split("%")[0])
    for embedded in ("ipv4_mapped", "sixtofour"):
        ip = getattr(ip, embedded, None) or ip
    return ip.is_global and not ip.is_multicast and not any(ip in n for n in NOT_PUBLIC)


def _check(url):
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname or parts.username is not None or "\\" in parts.netloc:
        raise ValueError("not an address that the board looks up")
    found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    if not all(_public(info[4][0]) for info in found):
        raise ValueError("not a public address")


def page_title(url):
    try:
        with requests.Session() as session:
            session.trust_env = False
            for _ in range(4):
                _check(url)
                answer = session.get(url, allow_redirects=False, timeout=5)
                if answer.status_code in (301, 302, 303, 307, 308):
                    url = urljoin(url, answer.headers["Location"])
                    continue
                if answer.status_code != 200:
                    return None
                match = TITLE.search(answer.content.decode("utf-8", "replace"))
                return " ".join(html.unescape(match[1]).split()) if match else None
    except (OSError, ValueError, KeyError):
        return None
    return None
