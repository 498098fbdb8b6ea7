import ipaddress
import json
import socket
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import NewConnectionError


def is_public(address):
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if ip.version == 6:
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast


class PinnedConnection(HTTPConnection):
    """Resolves its name once, checks every address, and connects to one of those that were checked."""

    def _new_conn(self):
        try:
            infos = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
            addresses = [info[4][0] for info in infos]
            if not addresses or not all(map(is_public, addresses)):
                raise OSError("not a public address")
            return socket.create_connection((addresses[0], self.port), timeout=10)
        except (OSError, UnicodeError) as error:
            raise NewConnectionError(self, str(error)) from error


class PinnedPool(HTTPConnectionPool):
    ConnectionCls = PinnedConnection


class PinnedAdapter(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": PinnedPool}


def get(session, url):
    """The last address and the content, or None."""
    try:
        for _ in range(4):
            if not url.lower().startswith("http://"):
                return None
            answer = session.get(url, allow_redirects=False, timeout=10)
            location = session.get_redirect_target(answer)
            if location is None:
                return (url, answer.content) if answer.status_code == 200 else None
            url = urljoin(url, location)
    except (requests.RequestException, ValueError):
        pass
    return None


def pages(session, url):
    for _ in range(5):
        found = get(session, url)
        if found is None:
            return
        base, content = found
        try:
            page = json.loads(content.decode("utf-8"))
            items = page["items"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return
        yield base, items
        if not page.get("next_url"):
            return
        try:
            url = urljoin(base, page["next_url"])
        except (ValueError, TypeError):
            return


def collect(feed_url):
    result = []
    with requests.Session() as session:
        session.trust_env = False
        session.adapters.clear()
        session.mount("http://", PinnedAdapter())
        for base, items in pages(session, feed_url):
            for item in items:
                try:
                    found = get(session, urljoin(base, item["url"]))
                except (ValueError, TypeError):
                    found = None
                result.append((item["title"], found[1] if found else None))
    return result
