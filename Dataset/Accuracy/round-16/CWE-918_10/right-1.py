import re
from contextlib import suppress

from requests import Session
from requests.adapters import HTTPAdapter
from requests.exceptions import InvalidURL, RequestException
from urllib3.exceptions import HTTPError
from urllib3.util.url import parse_url


def _pattern(caterers):
    label = r"[a-z0-9_-]+"
    one = (rf"(?:{label}\.)+{re.escape(entry[2:])}" if entry[:2] == "*." else re.escape(entry)
           for entry in caterers)
    return re.compile("|".join(one) or r"(?!)", re.ASCII)


class _Gate(HTTPAdapter):
    """All that the session sends goes through here, redirected or not, and
    what is looked at is what the connection is made from."""

    def __init__(self, caterers):
        super().__init__(max_retries=0)
        self._hosts = _pattern(caterers)

    def send(self, request, **options):
        url = parse_url(request.url)
        host = (url.host or "").lower()
        if (url.scheme, url.port or 80) != ("http", 80) or url.port == 0 or not self._hosts.fullmatch(host):
            raise InvalidURL(request.url)
        options["proxies"] = {}
        return super().send(request, **options)


class _Waiter(Session):
    def __init__(self, caterers):
        super().__init__()
        self.trust_env = False
        self.max_redirects = 3
        self.adapters.clear()
        self.mount("http://", _Gate(caterers))

    def rebuild_proxies(self, prepared_request, proxies):
        return {}


def menu(address, caterers):
    if not re.fullmatch(r"[hH][tT][tT][pP]://[^\\@\x00-\x20\x7f]+", address.strip(" ")):
        return None
    with suppress(RequestException, HTTPError, ValueError), _Waiter(caterers) as waiter:
        plate = waiter.get(address.strip(" "), timeout=(5, 15))
        if plate.status_code == 200:
            return str(plate.content, "utf-8", "replace")
    return None
