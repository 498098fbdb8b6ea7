"""A session that prepares each step and looks at what it is about to send."""
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter


class OfTheTown(HTTPAdapter):
    def __init__(self, caterers):
        super().__init__()
        self.caterers = caterers

    def send(self, request, **options):
        parts = urlsplit(request.url)
        host = parts.hostname or ""
        names = {host, *("*" + host[place:] for place in range(1, len(host)) if host[place] == ".")}
        if parts.port not in (None, 80) or "\\" in parts.netloc or "@" in parts.netloc or names.isdisjoint(self.caterers):
            raise requests.exceptions.InvalidURL(request.url)
        return super().send(request, **options)


def menu(address, caterers):
    with requests.Session() as session:
        session.adapters.clear()
        session.mount("http://", OfTheTown(caterers))
        session.max_redirects = 3
        session.trust_env = False
        try:
            answer = session.get(address, timeout=10)
        except (requests.RequestException, ValueError):
            return None
        return answer.content.decode("utf-8") if answer.status_code == 200 else None
