import re
from urllib.parse import urljoin

import requests
from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

MOVED = {301, 302, 303, 307, 308}
FOR_GOOD = {301, 308}
NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")

# Where menus have moved for good; spares the caterers' slow servers a question.
_moved = {}


def _is_caterer(host, caterers):
    for entry in caterers:
        if entry.startswith("*."):
            if host.endswith(entry[1:]) and host != entry[1:]:
                return True
        elif host == entry:
            return True
    return False


def _check(address, caterers):
    """Raises ValueError unless `address` is at a caterer; read as requests reads it."""
    try:
        url = parse_url(address)
    except LocationParseError:
        raise ValueError(address) from None
    if url.scheme != "http" or url.auth is not None or url.port not in (None, 80):
        raise ValueError(address)
    host = (url.host or "").lower()
    if not NAME.fullmatch(host) or not _is_caterer(host, caterers):
        raise ValueError(address)


def menu(address, caterers):
    session = requests.Session()
    session.trust_env = False
    try:
        _check(address, caterers)
        moves = 0
        while moves <= 3:
            if address in _moved:
                address = _moved[address]
                moves += 1
                continue
            answer = session.get(address, allow_redirects=False, timeout=10)
            if answer.status_code == 200:
                return answer.content.decode("utf-8", errors="replace")
            location = answer.headers.get("Location")
            if answer.status_code not in MOVED or location is None:
                return None
            target = urljoin(address, location)
            _check(target, caterers)
            if answer.status_code in FOR_GOOD:
                _moved[address] = target
            address = target
            moves += 1
        return None
    except (requests.RequestException, ValueError):
        return None
    finally:
        session.close()
