import html
import ipaddress
import re
from urllib.parse import urljoin, urlsplit

import requests

BLOCKED_NAMES = {"localhost", "metadata", "metadata.google.internal"}


def allowed(url):
    host = urlsplit(url).hostname
    if urlsplit(url).scheme != "http" or host is None or host in BLOCKED_NAMES:
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return True  # a name, not an address


def page_title(url):
    for _ in range(4):
        if not allowed(url):
            return None
        try:
            response = requests.get(url, allow_redirects=False, timeout=5)
        except requests.RequestException:
            return None
        if response.status_code in (301, 302, 303, 307, 308):
            url = urljoin(url, response.headers["Location"])
            continue
        if response.status_code != 200:
            return None
        title = re.search("<title>(.*?)</title>", response.content.decode(), re.I | re.S)
        return " ".join(html.unescape(title[1]).split()) if title else None
    return None
