"""What is for lunch."""
from urllib.parse import urljoin, urlsplit

import requests

MOVED = {301, 302, 303, 307, 308}
MOVES = 3
TIMEOUT = 5
# Signs that readers of addresses take for different borders, or leave out
DOUBTFUL = set("\\@%[]<>\"'`{}|^ ")


def is_caterer(host, caterers):
    """Whether an entry stands for the host; case does not matter in names."""
    host = host.casefold()
    for entry in caterers:
        entry = entry.casefold()
        if entry.startswith("*."):
            if host.endswith(entry[1:]) and len(host) > len(entry) - 1:
                return True
        elif host == entry:
            return True
    return False


def allowed(address, caterers):
    if not address.isprintable():
        return False
    parts = urlsplit(address)
    if parts.scheme != "http" or not parts.hostname or DOUBTFUL & set(parts.netloc):
        return False
    if parts.port not in (None, 80):
        return False
    return is_caterer(parts.hostname, caterers)


def menu(address, caterers):
    try:
        with requests.Session() as session:
            session.trust_env = False           # no proxies, no passwords
            for _ in range(1 + MOVES):
                if not allowed(address, caterers):
                    return None
                answer = session.get(address, allow_redirects=False, timeout=TIMEOUT)
                if answer.status_code == 200:
                    return answer.content.decode("utf-8", "replace")
                if answer.status_code not in MOVED or "Location" not in answer.headers:
                    return None
                address = urljoin(address, answer.headers["Location"])
    except (requests.RequestException, ValueError):
        pass
    return None
