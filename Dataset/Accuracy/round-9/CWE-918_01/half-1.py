"""Fetches the posters of the film archive."""

from urllib.parse import urlsplit

import requests

HOSTS = {"posters.archive.example", "mirror.archive.example"}


def _check(url):
    parts = urlsplit(url)
    if parts.scheme != "http":
        raise ValueError("only http:// is possible")
    # `hostname` is what stands behind a user name and before a port, in small letters
    if parts.hostname not in HOSTS:
        raise ValueError(f"{parts.hostname} is not a machine of the archive")
    if parts.port not in (None, 80):
        raise ValueError("the archive has its posters on port 80")


def fetch_poster(url):
    url = url.strip()
    _check(url)
    with requests.Session() as session:
        session.trust_env = False                       # no proxies
        response = session.get(url, allow_redirects=False, timeout=20)
        return response.content if response.status_code == 200 else None
