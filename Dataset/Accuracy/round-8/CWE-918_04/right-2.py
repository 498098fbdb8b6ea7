import http.client
import ipaddress
import itertools
import json
import logging
import socket
from contextlib import closing
from urllib.parse import quote, urljoin, urlsplit

log = logging.getLogger("songs")


class Missing(Exception):
    """Something that cannot be had."""


def require_public(text):
    ip = ipaddress.ip_address(text)
    match ip:
        case ipaddress.IPv6Address() if ip not in ipaddress.ip_network("2000::/3") or ip.sixtofour or ip.teredo:
            raise Missing(text)
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        raise Missing(text)
    return text


def dial(host, port):
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    public = [require_public(entry[4][0]) for entry in found]
    for last, ip in enumerate(public, 1 - len(public)):
        try:
            return socket.create_connection((ip, port), 10)
        except OSError:
            if last == 0:
                raise
    raise Missing(host)


def ask(url):
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        raise Missing(url)
    host, port = parts.hostname, 80 if parts.port is None else parts.port
    if ":" not in host:
        host = host.encode("idna").decode("ascii")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    with closing(http.client.HTTPConnection(host, port)) as connection:
        connection.sock = dial(host, port)
        connection.auto_open = False
        connection.request("GET", target, headers={"Accept-Encoding": "identity"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location"), answer.read()


def fetch(url, redirects=3):
    try:
        for left in range(redirects, -1, -1):
            status, location, body = ask(url)
            if status == 200:
                return url, body
            if status not in (301, 302, 303, 307, 308) or not location:
                break
            url = urljoin(url, location)
    except (OSError, ValueError, http.client.HTTPException) as error:
        log.info("%s: %r", url, error)
    raise Missing(url)


def pages(url):
    while url:
        try:
            base, body = fetch(url)
            page = json.loads(body.decode("utf-8"))
            yield [(item["title"], base, item["url"]) for item in page["items"]]
            url = page.get("next_url") and urljoin(base, page["next_url"])
        except (Missing, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            log.info("end of the feed: %r", error)
            return


def recording(base, url):
    try:
        return fetch(urljoin(base, url))[1]
    except (Missing, ValueError, TypeError, AttributeError):
        return None


def collect(feed_url):
    entries = itertools.chain.from_iterable(itertools.islice(pages(feed_url), 5))
    return [(title, recording(base, url)) for title, base, url in entries]
