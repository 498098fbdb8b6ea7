from urllib.parse import urlsplit

import requests


def is_of_a_caterer(host, caterers):
    for entry in caterers:
        if entry.startswith("*."):
            if host.endswith(entry[1:]):
                return True
        elif host == entry:
            return True
    return False


def menu(address, caterers):
    parts = urlsplit(address)
    if parts.scheme != "http" or not is_of_a_caterer((parts.hostname or "").lower(), caterers):
        return None
    session = requests.Session()
    session.max_redirects = 3
    try:
        answer = session.get(address, timeout=10)
    except requests.RequestException:
        return None
    if answer.status_code != 200:
        return None
    return answer.content.decode("utf-8")
