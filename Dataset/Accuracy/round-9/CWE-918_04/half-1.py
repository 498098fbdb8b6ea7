"""Collects the bird songs of a feed."""
import ipaddress
import socket
import threading
from urllib.parse import urljoin, urlsplit

import requests
import urllib3.util.connection

PAGES, REDIRECTS, TIMEOUT = 5, 3, 15
MOVED = {301, 302, 303, 307, 308}
NOT_PUBLIC_V6 = [ipaddress.ip_network(net) for net in ("::/3", "2001::/23", "2002::/16", "4000::/2", "8000::/1")]


class NotToBeHad(Exception):
    pass


# --- The connections of requests go to the addresses that were checked -----------------------------------------------

_checked = threading.local()                # .addresses: host -> its addresses, for the request that is under way
_connect = urllib3.util.connection.create_connection


def _connect_to_checked(address, *args, **kwargs):
    host, port = address
    problem = None
    # whoever else in this process uses urllib3 has checked nothing, and gets what he asks for
    for target in getattr(_checked, "addresses", {}).get(host.strip("[]"), [host]):
        try:
            return _connect((target, port), *args, **kwargs)
        except OSError as error:
            problem = error
    raise problem


urllib3.util.connection.create_connection = _connect_to_checked


def _is_public(address):
    if address.version == 6:
        if address.ipv4_mapped:
            return _is_public(address.ipv4_mapped)
        if any(address in net for net in NOT_PUBLIC_V6):
            return False
    return address.is_global and not address.is_multicast


def _check(url):
    """The addresses of the host of `url`, by its name; NotToBeHad if one of them is not public."""
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname or "\\" in url:
        raise NotToBeHad(url)
    found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    addresses = [ipaddress.ip_address(info[4][0].split("%")[0]) for info in found]
    if not addresses or not all(map(_is_public, addresses)):
        raise NotToBeHad(url)
    return {parts.hostname: list(dict.fromkeys(map(str, addresses)))}


def _get(url, base=""):
    """Final address and content of what is at `url`, which may be relative to `base`."""
    try:
        url = urljoin(base, url)
        for _ in range(REDIRECTS + 1):
            _checked.addresses = _check(url)
            with requests.Session() as session:
                session.trust_env = False   # no proxies: they would do the asking for us
                answer = session.get(url, allow_redirects=False, timeout=TIMEOUT)
            if answer.status_code == 200:
                return url, answer.content
            if answer.status_code not in MOVED or "Location" not in answer.headers:
                raise NotToBeHad(url)
            url = urljoin(url, answer.headers["Location"])
        raise NotToBeHad(url)
    except (OSError, ValueError, TypeError, requests.RequestException) as error:
        raise NotToBeHad(url) from error
    finally:
        _checked.addresses = {}


def collect(feed_url):
    songs, url = [], feed_url
    for _ in range(PAGES):
        try:
            base, data = _get(url)
            page = requests.compat.json.loads(data.decode("utf-8"))
            entries = [(item["title"], item["url"]) for item in page["items"]]
            following = page.get("next_url")
            url = following and urljoin(base, following)
        except (NotToBeHad, ValueError, LookupError, TypeError, AttributeError):
            break
        for title, address in entries:
            try:
                songs.append((title, _get(address, base)[1]))
            except NotToBeHad:
                songs.append((title, None))
        if not url:
            break
    return songs
