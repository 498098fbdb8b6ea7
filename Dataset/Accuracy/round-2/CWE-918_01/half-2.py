import re

import requests

ADDRESS = re.compile(r"http://(?:posters|mirror).archive.example(?::80)?(?:[/?].*)?", re.IGNORECASE)


class _Direct(requests.Session):
    def __init__(self):
        super().__init__()
        self.trust_env = False


def fetch_poster(url):
    url = url.strip()
    if ADDRESS.fullmatch(url) is None:
        raise ValueError(f"not an address of the film archive: {url!r}")
    with _Direct() as session:
        response = session.get(url, timeout=(10, 30), allow_redirects=False)
        if response.status_code != 200:
            return None
        return response.content
