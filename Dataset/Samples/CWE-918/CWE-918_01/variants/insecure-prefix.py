import urllib.error
import urllib.request

PREFIXES = ("http://posters.archive.example", "http://mirror.archive.example")


def fetch_poster(url):
    url = url.strip()
    if not url.startswith(PREFIXES):
        raise ValueError("The address must be one of the archive")
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            if response.status == 200:
                return response.read()
    except urllib.error.HTTPError:
        pass
    return None
