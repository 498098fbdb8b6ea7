from urllib.parse import urlparse

import requests


def fetch_poster(url):
    url = url.strip()
    if urlparse(url).scheme not in ("http", "https"):
        raise ValueError(f"not a web address: {url}")

    response = requests.get(url, timeout=5)
    if response.status_code != 200:
        return None
    return response.content
