"""The title of a page, for the notice board. Only machines are asked that are open to the public."""
import html
import ipaddress
import re
import socket
import threading
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.util.connection import create_connection

_TITLE = re.compile(r"<title>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_STEPS = (301, 302, 303, 307, 308)
_checked = threading.local()        # .addresses: from the name of a host to the addresses that were checked

_NOT_FOR_ALL = [ipaddress.ip_network(text) for text in (
    "192.88.99.0/24", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16")]
_V6_PUBLIC = ipaddress.ip_network("2000::/3")


def _is_public(text):
    """Whether this is the address of a machine that everybody can reach. IPv6 addresses that
    carry an IPv4 address (mapped, 6to4, Teredo, NAT64) and multicast ones are none."""
    address = ipaddress.ip_address(text)
    if address.version == 6 and address not in _V6_PUBLIC:
        return False
    return (address.is_global and not address.is_multicast and not address.is_reserved
            and not any(address in network for network in _NOT_FOR_ALL if network.version == address.version))


class _Connection(HTTPConnection):
    """Does not look up a name again (it could mean another machine by now), but takes a checked address."""

    def _new_conn(self):
        failure = None
        for address in _checked.addresses.get(self.host.lower(), [self.host]):
            try:
                return create_connection((address, self.port), self.timeout, socket_options=self.socket_options)
            except OSError as error:
                failure = error
        raise failure


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _Adapter(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool}


def _check(url):
    """Remembers the addresses of the host of the link. False if there are none, or if one is not public."""
    parts = urlsplit(url)
    host = parts.hostname
    if not host:
        return False
    found = socket.getaddrinfo(host, parts.port or 80, type=socket.SOCK_STREAM)
    addresses = [entry[4][0] for entry in found]
    if not addresses or not all(map(_is_public, addresses)):
        return False
    _checked.addresses = {host: addresses}
    return True


def page_title(url):
    try:
        with requests.Session() as session:
            session.trust_env = False       # no proxies: they would look up the name themselves
            session.mount("http://", _Adapter())
            for _ in range(4):
                if not url.startswith("http://") or not _check(url):
                    return None
                with session.get(url, timeout=10, allow_redirects=False) as answer:
                    if answer.status_code == 200:
                        return _title(answer.content)
                    if answer.status_code not in _STEPS or "Location" not in answer.headers:
                        return None
                    url = urljoin(url, answer.headers["Location"].encode("latin-1").decode("utf-8", "replace"))
    except (requests.RequestException, OSError, ValueError):
        pass
    return None


def _title(content):
    match = _TITLE.search(content.decode("utf-8", "replace"))
    return " ".join(html.unescape(match[1]).split()) if match else None
