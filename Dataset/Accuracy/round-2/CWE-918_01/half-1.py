from urllib.parse import urlsplit

import requests

MACHINES = {"posters.archive.example", "mirror.archive.example"}


def _check(url):
    parts = urlsplit(url)
    if parts.scheme != "http":
        raise ValueError("posters are fetched by plain HTTP")
    if parts.hostname not in MACHINES or parts.port not in (None, 80):
        raise ValueError("this is not an address of the film archive")


def fetch_poster(url):
    url = url.strip()
    _check(url)
    with requests.Session() as session:
        session.trust_env = False
        answer = session.get(url, allow_redirects=False, timeout=20)
    return answer.content if answer.status_code == 200 else None
