"""Links are brought into their normal form by `requests`, then asked for over a pool of `urllib3` that
is opened for an address (not for a name)."""
import ipaddress
import socket
from html import unescape
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

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


def _addresses(host, port):
    infos = socket.getaddrinfo(host, port, family=socket.AF_UNSPEC, type=socket.SOCK_STREAM)
    addresses = {info[4][0] for info in infos}
    if not all(_is_public(address) for address in addresses):
        raise PermissionError(host)
    return sorted(addresses, key=lambda text: (":" in text, text))


def _ask(host, port, target, header):
    for address in _addresses(host, port):
        with urllib3.HTTPConnectionPool(address, port, timeout=urllib3.Timeout(10), retries=False) as pool:
            try:
                return pool.urlopen("GET", target, redirect=False, assert_same_host=False, headers=header)
            except (urllib3.exceptions.NewConnectionError, urllib3.exceptions.ConnectTimeoutError):
                continue        # the next address, if there is one
    raise ConnectionError(host)


def _pages(url):
    """Yields the answers on the way, one for each step."""
    while url.startswith("http://"):
        prepared = requests.Request("GET", url).prepare()
        parts = urlsplit(prepared.url)
        answer = _ask(parts.hostname, parts.port or 80, prepared.path_url,
                      {"Host": parts.netloc.rpartition("@")[2], "User-Agent": "notice-board"})
        yield answer
        url = urljoin(url, answer.headers.get("Location", "none:").encode("latin-1").decode("utf-8", "replace"))


def _between(page, start=b"<title>", end=b"</title>"):
    small = page.lower()            # bytes: ASCII letters only, so the places stay the same
    first = small.find(start)
    last = small.find(end, first + len(start))
    if first < 0 or last < 0:
        return None
    return " ".join(unescape(page[first + len(start):last].decode("utf-8", "replace")).split())


def page_title(url):
    try:
        for _, answer in zip(range(4), _pages(url)):
            if answer.status == 200:
                return _between(answer.data)
            if answer.status not in (301, 302, 303, 307, 308):
                break
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError):
        pass
    return None
