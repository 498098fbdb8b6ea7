import html
import ipaddress
import re
import socket
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool

TITLE = re.compile(r"<title>(.*?)</title>", re.IGNORECASE | re.DOTALL)


def is_public(text):
    ip = ipaddress.ip_address(text)
    if ip.version == 6 and (ip not in ipaddress.ip_network("2000::/3") or ip.sixtofour or ip.teredo):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class Refused(Exception):
    pass


def session_for(pins):
    """A session whose connections go to the addresses that were checked."""

    class PinnedConnection(HTTPConnection):
        def _new_conn(self):
            host = self._dns_host
            return socket.create_connection((pins.get(host, host), self.port), timeout=10)

    class PinnedPool(HTTPConnectionPool):
        ConnectionCls = PinnedConnection

    session = requests.Session()
    session.trust_env = False
    session.adapters.clear()
    adapter = HTTPAdapter()
    adapter.poolmanager.pool_classes_by_scheme = {"http": PinnedPool}
    session.mount("http://", adapter)
    return session


def check(url, pins):
    if not url.lower().startswith("http://"):
        raise Refused(url)
    host = urlsplit(requests.Request("GET", url).prepare().url).hostname
    found = [info[4][0] for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]
    if not found or not all(map(is_public, found)):
        raise Refused(url)
    pins[host] = found[0]


def load(url):
    pins = {}
    with session_for(pins) as session:
        check(url, pins)
        for _ in range(4):
            answer = session.get(url, allow_redirects=False, timeout=10)
            location = session.get_redirect_target(answer)
            if not location:
                return answer.content if answer.status_code == 200 else None
            if urlsplit(location).scheme:
                check(location, pins)
                url = location
            else:
                url = urljoin(url, location)
    return None


def page_title(url):
    try:
        content = load(url)
    except (OSError, ValueError, Refused):
        return None
    match = TITLE.search((content or b"").decode("utf-8", "replace"))
    return " ".join(html.unescape(match[1]).split()) if match else None
