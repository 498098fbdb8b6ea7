"""Fetches posters from the film archive."""
import unicodedata
from urllib.parse import urlsplit

import requests

HOSTS = frozenset({"posters.archive.example", "mirror.archive.example"})
_session = requests.Session()
_session.trust_env = False              # no proxies, no .netrc


def _check(url):
    """The address in its plainest form, so that no look-alike letters pass the check.
    (The request is made for the address as it was pasted: the archive tells ﬁ from fi.)"""
    plain = unicodedata.normalize("NFKC", url)
    if "\\" in plain or any(ch.isspace() or not ch.isprintable() for ch in plain.replace(" ", "")):
        raise ValueError("this is no address of a poster")
    parts = urlsplit(plain)
    if parts.scheme != "http" or "@" in parts.netloc:
        raise ValueError("posters come by plain HTTP")
    if parts.hostname not in HOSTS or parts.port not in (None, 80):
        raise ValueError("posters come from the archive only")


def fetch_poster(url):
    url = url.strip()
    _check(url)
    # a redirect is no poster
    answer = _session.get(url, allow_redirects=False, timeout=20)
    return answer.content if answer.status_code == 200 else None
