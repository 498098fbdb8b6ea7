import ipaddress
import json
import socket
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.util import connection

_pins = {}
_create_connection = connection.create_connection


def _pinned_connection(address, *args, **kwargs):
    host, port = address
    return _create_connection((_pins.get(host, host), port), *args, **kwargs)


connection.create_connection = _pinned_connection


class NotAvailable(Exception):
    pass


def _is_public(text):
    ip = ipaddress.ip_address(text.partition("%")[0])
    if ip.version == 6 and ip not in ipaddress.ip_network("2000::/3"):
        return False
    if ip.version == 6 and ip.sixtofour:
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _pin(url):
    if not url.startswith("http://"):
        raise NotAvailable("only http")
    host = urlsplit(url).hostname
    if not host:
        raise NotAvailable("no host")
    if ":" not in host:
        host = host.encode("idna").decode()
    addresses = [info[4][0] for info in socket.getaddrinfo(host, 80, type=socket.SOCK_STREAM)]
    if not addresses or not all(map(_is_public, addresses)):
        raise NotAvailable("not a public host")
    _pins[host] = addresses[0]


def _get(url):
    with requests.Session() as session:
        session.trust_env = False
        for _ in range(4):
            _pin(url)
            answer = session.get(url, timeout=10, allow_redirects=False)
            if answer.status_code == 200:
                return url, answer.content
            if answer.status_code not in (301, 302, 303, 307, 308) or "Location" not in answer.headers:
                break
            url = urljoin(url, answer.headers["Location"])
    raise NotAvailable("no answer")


_FAILURES = (NotAvailable, requests.RequestException, OSError, ValueError)


def _recording(base, url):
    try:
        return _get(urljoin(base, url))[1]
    except _FAILURES:
        return None


def _pages(url):
    for _ in range(5):
        try:
            base, content = _get(url)
            page = json.loads(content.decode("utf-8"))
        except _FAILURES:
            return
        yield base, page
        if not page.get("next_url"):
            return
        url = urljoin(base, page["next_url"])


def collect(feed_url):
    return [(item["title"], _recording(base, item["url"]))
            for base, page in _pages(feed_url) for item in page.get("items", [])]
