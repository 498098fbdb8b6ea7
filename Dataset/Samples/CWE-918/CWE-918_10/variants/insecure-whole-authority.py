"""The address is taken apart at slashes, and its host compared by fnmatch."""
from fnmatch import fnmatchcase
from urllib.parse import urljoin

import requests


def menu(address, caterers):
    moves = 0
    while moves <= 3:
        scheme, _, rest = address.partition("://")
        host = rest.split("/")[0].lower().removesuffix(":80")
        if scheme.lower() != "http" or not any(fnmatchcase(host, entry) for entry in caterers):
            return None
        try:
            answer = requests.get(address, allow_redirects=False, timeout=10)
        except (requests.RequestException, ValueError):
            return None
        if answer.status_code == 200:
            return answer.content.decode("utf-8")
        if not answer.is_redirect:
            return None
        address = urljoin(address, answer.headers["location"])
        moves += 1
    return None
