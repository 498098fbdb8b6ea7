from urllib.parse import urljoin, urlsplit

import requests

HOSTS = {"posters.archive.example", "mirror.archive.example"}


class Elsewhere(Exception):
    pass


def is_archive(url):
    parts = urlsplit(url)
    return (
        parts.scheme == "http"
        and parts.hostname in HOSTS
        and parts.port in (None, 80)
        and parts.username is None
        and not any(char in url for char in "\\@\t\r\n")
    )


def stay_at_home(answer, **_):
    """Called by requests for each answer, before it follows a redirect."""
    if answer.status_code in (301, 302, 303, 307):
        location = answer.headers.get("Location", "")
        if not is_archive(urljoin(answer.url, location)):
            raise Elsewhere(location)


def fetch_poster(url):
    url = url.strip()
    if not is_archive(url):
        raise ValueError("only posters of the film archive")
    session = requests.Session()
    session.trust_env = False
    session.max_redirects = 3
    session.hooks["response"].append(stay_at_home)
    try:
        answer = session.get(url, timeout=10)
    except (Elsewhere, requests.RequestException):
        return None
    return answer.content if answer.status_code == 200 else None
