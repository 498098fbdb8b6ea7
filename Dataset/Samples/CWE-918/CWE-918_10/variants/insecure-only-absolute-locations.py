from urllib.parse import urljoin, urlsplit

import requests

MOVED = {301, 302, 303, 307, 308}


def fine(address, caterers):
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    return parts.scheme == "http" and parts.port in (None, 80) and any(
        host == entry or (entry[:2] == "*." and host.endswith(entry[1:]) and host != entry[1:]) for entry in caterers
    )


def menu(address, caterers):
    try:
        if not fine(address, caterers):
            return None
        for _ in range(4):
            answer = requests.get(address, allow_redirects=False, timeout=10)
            if answer.status_code not in MOVED:
                return answer.content.decode() if answer.status_code == 200 else None
            location = answer.headers.get("Location", "")
            if "://" in location and not fine(location, caterers):
                return None
            address = urljoin(address, location)  # a relative one stays at the host
    except (requests.RequestException, ValueError):
        return None
    return None
