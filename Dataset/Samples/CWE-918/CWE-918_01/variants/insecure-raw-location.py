from urllib.parse import urljoin, urlsplit

import requests

HOSTS = ("posters.archive.example", "mirror.archive.example")
REDIRECTS = (301, 302, 303, 307, 308)


def _in_archive(url):
    if "\\" in url:
        return False
    try:
        parts = urlsplit(url)
        return (
            parts.scheme == "http"
            and parts.hostname in HOSTS
            and parts.username is None
            and parts.port in (None, 80)
        )
    except ValueError:
        return False


def fetch_poster(url):
    url = url.strip()
    if not _in_archive(url):
        raise ValueError("this is not an address of the film archive")
    for _ in range(5):
        response = requests.get(url, allow_redirects=False, timeout=10)
        if response.status_code == 200:
            return response.content
        location = response.headers.get("Location")
        if response.status_code not in REDIRECTS or not location:
            return None
        # a path stays on the same machine, everything else is checked
        if "://" in location or location.startswith("//"):
            if not _in_archive(urljoin(url, location)):
                return None
        url = urljoin(url, location)
    return None
