import html
import ipaddress
import re
import socket
from urllib.parse import urljoin, urlparse

import requests


def is_internal(host: str) -> bool:
    try:
        address = ipaddress.ip_address(socket.gethostbyname(host))
    except (socket.gaierror, ValueError):
        return False  # it does not exist, so that nothing can be reached
    return address.is_private or address.is_loopback or address.is_link_local


def page_title(url: str) -> str | None:
    steps = 0
    while steps <= 3:
        parsed = urlparse(url)
        if parsed.scheme != "http" or not parsed.hostname or is_internal(parsed.hostname):
            return None
        try:
            response = requests.get(url, timeout=5, allow_redirects=False)
        except requests.RequestException:
            return None
        if response.status_code not in (301, 302, 303, 307, 308):
            break
        url = urljoin(response.url, response.headers["Location"])
        steps += 1
    else:
        return None
    found = re.search(r"<title>(.*?)</title>", response.content.decode("utf-8"), re.IGNORECASE | re.DOTALL)
    if response.status_code != 200 or not found:
        return None
    return " ".join(html.unescape(found[1]).split())
