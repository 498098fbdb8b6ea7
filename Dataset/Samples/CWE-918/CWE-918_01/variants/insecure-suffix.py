from urllib.parse import urlparse

import requests


def fetch_poster(url):
    host = urlparse(url.strip()).hostname or ""
    if not host.endswith("archive.example"):
        return None
    response = requests.get(url.strip(), timeout=5, allow_redirects=False)
    return response.content if response.status_code == 200 else None
