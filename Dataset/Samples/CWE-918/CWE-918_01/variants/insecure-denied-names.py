from urllib.parse import urlparse

import requests

DENIED = ("localhost", "127.0.0.1", "0.0.0.0", "169.254.169.254", "::1")


def fetch_poster(url):
    url = url.strip()
    parsed = urlparse(url)
    if parsed.hostname in DENIED or (parsed.hostname or "").startswith(("10.", "192.168.")):
        raise PermissionError("internal address")
    try:
        response = requests.get(url, allow_redirects=False, timeout=4)
    except requests.RequestException as error:
        print("could not fetch", url, error)
        return None
    if response.status_code == 200:
        return response.content
    else:
        return None
