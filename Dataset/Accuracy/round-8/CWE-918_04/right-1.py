import ipaddress
import json
import socket
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import NewConnectionError


def is_public(text):
    try:
        ip = ipaddress.ip_address(text)
    except ValueError:
        return False
    if ip.version == 6 and (ip not in ipaddress.ip_network("2000::/3") or ip.sixtofour or ip.teredo):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class Connection(HTTPConnection):
    def _new_conn(self):
        try:
            infos = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
            ips = [info[4][0] for info in infos]
            if not ips or not all(is_public(ip) for ip in ips):
                raise OSError("not a public address")
            return socket.create_connection((ips[0], self.port), timeout=10)
        except (OSError, ValueError) as error:
            raise NewConnectionError(self, str(error)) from error


class Pool(HTTPConnectionPool):
    ConnectionCls = Connection


class Adapter(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": Pool}


def get(session, url):
    """The address in the end and the content; None if it cannot be had."""
    try:
        for _ in range(4):
            if not url.lower().startswith("http://"):
                return None
            answer = session.get(url, allow_redirects=False, timeout=10)
            if answer.status_code == 200:
                return url, answer.content
            location = session.get_redirect_target(answer)
            if not location:
                return None
            url = urljoin(url, location)
    except (requests.RequestException, ValueError):
        pass
    return None


def join(base, url):
    try:
        return urljoin(base, url) if isinstance(url, str) else ""
    except ValueError:
        return ""


def collect(feed_url):
    result = []
    session = requests.Session()
    session.trust_env = False
    session.adapters.clear()
    session.mount("http://", Adapter())
    url = feed_url
    for _ in range(5):
        found = get(session, url)
        if found is None:
            break
        base, content = found
        try:
            page = json.loads(content.decode("utf-8"))
        except (ValueError, RecursionError):
            break
        if not isinstance(page, dict) or not isinstance(page.get("items"), list):
            break
        for item in page["items"]:
            if isinstance(item, dict) and isinstance(item.get("title"), str):
                recording = get(session, join(base, item.get("url")))
                result.append((item["title"], recording[1] if recording else None))
        if not page.get("next_url"):
            break
        url = join(base, page["next_url"])
    return result
