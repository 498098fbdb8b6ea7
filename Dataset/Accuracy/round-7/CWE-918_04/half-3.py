import ipaddress
import json
import socket
import threading
from contextlib import contextmanager
from urllib.parse import urljoin, urlsplit
import requests

LOCK = threading.RLock()
SIX = ipaddress.ip_network("2000::/3")


class Refused(Exception):
    pass


def check(host, port):
    """Looks the name up once; every address it has must be public."""
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for info in infos:
        ip = ipaddress.ip_address(info[4][0])
        good = ip.is_global and not ip.is_multicast and not ip.is_reserved
        if ip.version == 6:
            good = ip.is_global and ip in SIX and ip.sixtofour is None and ip.teredo is None
        if not good:
            raise Refused(f"{host} is not public")
    return infos


@contextmanager
def pinned(host, infos):
    """While this is active, the name keeps the addresses that were checked."""
    with LOCK:
        original = socket.getaddrinfo

        def lookup(name, *args, **kwargs):
            if isinstance(name, bytes):
                name = name.decode()
            return infos if name.lower().strip("[]") == host else original(name, *args, **kwargs)
        socket.getaddrinfo = lookup
        try:
            yield
        finally:
            socket.getaddrinfo = original


def fetch(url):
    session = requests.Session()
    session.trust_env = False
    try:
        for _ in range(4):
            if not url.startswith("http://"):
                break
            parts = urlsplit(url)
            with pinned(parts.hostname, check(parts.hostname, parts.port or 80)):
                answer = session.get(url, allow_redirects=False, timeout=10)
            if answer.status_code == 200:
                return url, answer.content
            if answer.status_code not in (301, 302, 303, 307, 308) or "Location" not in answer.headers:
                break
            url = urljoin(url, answer.headers["Location"])
    except (OSError, ValueError, requests.RequestException) as error:
        raise Refused(url) from error
    raise Refused(url)


def collect(feed_url):
    collected, url = [], feed_url
    for page_number in range(5):
        try:
            url, content = fetch(url)
            page = json.loads(content)
        except (Refused, ValueError):
            break
        for item in page["items"]:
            try:
                _, data = fetch(urljoin(url, item["url"]))
            except (Refused, ValueError):
                data = None
            collected.append((item["title"], data))
        if page.get("next_url") is None:
            break
        url = urljoin(url, page["next_url"])
    return collected
