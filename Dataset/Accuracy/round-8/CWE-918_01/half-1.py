import re

import requests

ARCHIVE = re.compile(r"http://(?:posters|mirror)\.archive\.example(?::80)?(?![\w.@\\-])", re.IGNORECASE)


def fetch_poster(url):
    url = url.strip()
    if not ARCHIVE.match(url) or re.search(r"[\x00-\x1f\x7f]", url):
        raise ValueError("not an address of the film archive")
    with requests.Session() as session:
        session.trust_env = False
        try:
            answer = session.get(url, allow_redirects=False, timeout=10)
        except requests.ConnectionError:
            return None
        return answer.content if answer.status_code == 200 else None
