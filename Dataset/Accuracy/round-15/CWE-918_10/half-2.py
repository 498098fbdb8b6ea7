"""What is for lunch.

The check sits where all requests pass, those that `requests` makes for a
redirect too: in the adapter, with the parser that decides on the connection.
"""
import re

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError
from urllib3.util import parse_url

HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")


class NoCaterer(requests.RequestException):
    """The address is not at one of the caterers."""


class CaterersOnly(HTTPAdapter):
    patterns = ()

    def allow(self, caterers):
        self.patterns = [
            re.compile(r"[^/]+" + re.escape(entry[1:]) if entry.startswith("*.") else re.escape(entry))
            for entry in caterers
        ]

    def send(self, request, **options):
        url = parse_url(request.url)
        host = (url.host or "").lower()
        if url.scheme != "http" or url.auth or url.port not in (None, 80) or not HOST.fullmatch(host):
            raise NoCaterer(request.url, request=request)
        if not any(pattern.fullmatch(host) for pattern in self.patterns):
            raise NoCaterer(request.url, request=request)
        options["proxies"] = None
        return super().send(request, **options)


_adapter = CaterersOnly()
_session = requests.Session()
_session.trust_env = False
_session.max_redirects = 3
_session.headers["Connection"] = "close"
_session.adapters.clear()
_session.mount("http://", _adapter)


def menu(address, caterers):
    _adapter.allow(caterers)
    try:
        answer = _session.get(address, timeout=5)
    except (requests.RequestException, HTTPError, ValueError):
        return None
    if answer.status_code != 200:
        return None
    return answer.content.decode("utf-8", "replace")
