import html
import ipaddress
import re
import socket
from urllib.parse import urlparse

import requests


def page_title(url):
    parts = urlparse(url)
    try:
        for info in socket.getaddrinfo(parts.hostname, parts.port or 80):
            if not ipaddress.ip_address(info[4][0]).is_global:
                raise ValueError("This link is not allowed")
        session = requests.Session()
        session.max_redirects = 3
        response = session.get(url, timeout=5)
    except (OSError, requests.exceptions.RequestException):
        return None
    if response.status_code == 200:
        match = re.search(r"(?is)<title>(.*?)</title>", response.content.decode("utf-8", "ignore"))
        if match:
            return re.sub(r"\s+", " ", html.unescape(match.group(1))).strip()
    return None
