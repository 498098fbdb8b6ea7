import html
import ipaddress
import re
import socket
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import NewConnectionError


def is_public(text):
    ip = ipaddress.ip_address(text)
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


def get(url):
    session = requests.Session()
    session.trust_env = False
    session.adapters.clear()
    adapter = HTTPAdapter()
    adapter.poolmanager.pool_classes_by_scheme = {"http": Pool}
    session.mount("http://", adapter)
    for _ in range(4):
        if not url.lower().startswith("http://"):
            return None
        answer = session.get(url, allow_redirects=False, timeout=10)
        if answer.status_code == 200:
            return answer.content.decode("utf-8", "replace")
        location = session.get_redirect_target(answer)
        if not location:
            return None
        url = urljoin(url, location)
    return None


def page_title(url):
    try:
        page = get(url)
    except (requests.RequestException, ValueError):
        return None
    match = re.search(r"<title>(.*?)</title>", page or "", re.IGNORECASE | re.DOTALL)
    if match is None:
        return None
    return " ".join(html.unescape(match.group(1)).split())
