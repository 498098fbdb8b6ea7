from urllib.parse import urljoin, urlsplit

import requests

known = set()


def is_known(address, caterers, move):
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    if parts.scheme != "http" or (parts.port or 80) != 80:
        return False
    if move and host in known:
        return True
    for entry in caterers:
        if host == entry or (entry.startswith("*.") and host.endswith(entry[1:]) and len(host) >= len(entry)):
            known.add(host)
            return True
    return False


def menu(address, caterers):
    for move in range(4):
        try:
            if not is_known(address, caterers, move) or (move == 0 and "@" in address):
                return None
            answer = requests.get(address, allow_redirects=False, timeout=10)
            location = answer.headers.get("Location")
            if answer.status_code == 200:
                return answer.content.decode()
            if answer.status_code not in (301, 302, 303, 307, 308) or location is None:
                return None
            address = urljoin(address, location)
        except (requests.RequestException, ValueError):
            return None
    return None
