import re
from urllib.parse import urljoin, urlsplit

import requests

MOVED = (301, 302, 303, 307, 308)
_ODD = re.compile(r"[\x00-\x20\x7f\\]")


def _is_caterer(host, caterers):
    host = host.casefold()          # capital letters do not count
    for entry in caterers:
        entry = entry.casefold()
        if entry.startswith("*."):
            front, end = host[:-len(entry) + 1], entry[1:]
            if host.endswith(end) and front and not front.startswith(".") and ".." not in front:
                return True
        elif host == entry:
            return True
    return False


def _may_fetch(address, caterers):
    if _ODD.search(address):        # borders that readers see differently
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    if parts.scheme != "http" or "@" in parts.netloc or "%" in parts.netloc or "[" in parts.netloc:
        return False
    if port not in (None, 80) or not parts.hostname:
        return False
    return _is_caterer(parts.hostname, caterers)


def menu(address, caterers):
    with requests.Session() as session:
        session.trust_env = False   # no proxies, no .netrc
        for _ in range(4):
            if not isinstance(address, str) or not _may_fetch(address, caterers):
                return None
            try:
                answer = session.get(address, allow_redirects=False, timeout=10)
            except (requests.RequestException, ValueError):
                return None
            if answer.status_code == 200:
                return answer.content.decode("utf-8", "replace")
            if answer.status_code not in MOVED or "Location" not in answer.headers:
                return None
            try:
                address = urljoin(address, answer.headers["Location"])
            except ValueError:
                return None
        return None
