import ipaddress
import json
import socket
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool

#: The addresses of IPv6 that are given out; those of the tunnel 6to4 hold addresses of IPv4.
GIVEN_OUT, TUNNEL = ipaddress.ip_network("2000::/3"), ipaddress.ip_network("2002::/16")


def is_outside(text):
    address = ipaddress.ip_address(text)
    if address.version == 6 and (address not in GIVEN_OUT or address in TUNNEL):
        return False
    return address.is_global and not address.is_multicast


class OutsideConnection(HTTPConnection):
    def _new_conn(self):
        for family, kind, protocol, _, target in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM):
            if not is_outside(target[0]):
                raise OSError(f"{self.host} is {target[0]}")
        connection = socket.socket(family, kind, protocol)
        connection.settimeout(5)
        connection.connect(target)
        return connection


class OutsidePool(HTTPConnectionPool):
    ConnectionCls = OutsideConnection


class Outside(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": OutsidePool}


def fetch(url):
    for _ in range(4):
        if not url.startswith("http://"):
            return None
        session = requests.Session()
        session.trust_env = False
        session.mount("http://", Outside(max_retries=0))
        try:
            response = session.get(url, allow_redirects=False, timeout=5)
        except (requests.RequestException, OSError, ValueError):
            return None
        if not response.is_redirect:
            return response.content if response.status_code == 200 else None
        url = urljoin(url, response.headers["Location"])
    return None


def collect(feed_url):
    collected = []
    url = feed_url
    for _ in range(5):
        content = fetch(url)
        if content is None:
            break
        try:
            page = json.loads(content)
        except ValueError:
            break
        for item in page["items"]:
            collected.append((item["title"], fetch(urljoin(url, item["url"]))))
        if not page.get("next_url"):
            break
        url = urljoin(url, page["next_url"])
    return collected
