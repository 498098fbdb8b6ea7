from urllib.parse import urljoin, urlparse

import requests

ALLOWED_HOSTS = {"posters.archive.example", "mirror.archive.example"}
MAXIMUM_REDIRECTS = 3


class ForbiddenAddress(Exception):
    """The address does not belong to the film archive."""


def check(url):
    parsed = urlparse(url)
    if parsed.scheme != "http":
        raise ForbiddenAddress("only http is supported")
    if parsed.hostname not in ALLOWED_HOSTS or parsed.netloc.split(":")[0].lower() != parsed.hostname:
        raise ForbiddenAddress(f"host {parsed.hostname} is not the archive")
    if parsed.port not in (80, None):
        raise ForbiddenAddress("only port 80")


def fetch_poster(url):
    url = url.strip()
    with requests.Session() as session:
        session.trust_env = False
        for _ in range(MAXIMUM_REDIRECTS + 1):
            check(url)
            response = session.get(url, allow_redirects=False, timeout=3)
            if not response.is_redirect:
                return response.content if response.status_code == 200 else None
            url = urljoin(url, response.headers["Location"])
    return None


if __name__ == "__main__":
    try:
        fetch_poster("http://localhost/")
    except ForbiddenAddress as error:
        print(error)
