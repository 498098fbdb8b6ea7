from urllib.parse import urlsplit

import requests

ARCHIVE = {"posters.archive.example", "mirror.archive.example"}


def _check(url):
    parts = urlsplit(url)
    if parts.scheme != "http":
        raise ValueError("posters are served by plain HTTP only")
    if parts.hostname not in ARCHIVE:
        raise ValueError("not an address of the film archive")
    if parts.port not in (None, 80):
        raise ValueError("the archive answers on port 80 only")


def fetch_poster(url):
    """Return the poster at url, or None if the archive does not have it."""
    url = url.strip()
    _check(url)
    response = requests.get(url, timeout=10, allow_redirects=False)
    if response.status_code != 200:
        return None
    return response.content
