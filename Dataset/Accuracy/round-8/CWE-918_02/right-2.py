import http.client
import ipaddress
import logging
import socket
from contextlib import closing
from html import unescape
from urllib.parse import quote, urljoin, urlsplit

STEPS = {301, 302, 303, 307, 308}
log = logging.getLogger("board")


class NoTitle(Exception):
    pass


def public(text):
    ip = ipaddress.ip_address(text)
    if isinstance(ip, ipaddress.IPv6Address) and (int(ip) >> 125 != 1 or ip.sixtofour or ip.teredo):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


def open_socket(host, port):
    entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not entries or not all(public(entry[4][0]) for entry in entries):
        raise NoTitle("not public")
    problem = None
    for entry in entries:
        try:
            return socket.create_connection(entry[4][:2], timeout=10)
        except OSError as error:
            problem = error
    raise problem


def visit(url):
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        raise NoTitle(url)
    host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode()
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    with closing(http.client.HTTPConnection(host, 80 if parts.port is None else parts.port)) as connection:
        connection.sock = open_socket(connection.host, connection.port)
        connection.auto_open = 0
        connection.request("GET", target, headers={"Accept-Encoding": "identity", "Accept": "text/html, */*"})
        answer = connection.getresponse()
        if answer.status in STEPS and (location := answer.getheader("Location")):
            try:
                location = location.encode("latin-1").decode("utf-8")
            except UnicodeError:
                pass
            return None, urljoin(url, location)
        if answer.status != 200:
            raise NoTitle(answer.status)
        return answer.read().decode("utf-8", "replace"), None


def walk(url):
    for _ in range(1 + 3):
        page, url = visit(url)
        if page is not None:
            return page
    raise NoTitle("too many steps")


def between(page, start="<title>", end="</title>"):
    lower = "".join(c.lower() if c.isascii() else c for c in page)
    first = lower.find(start)
    last = lower.find(end, first + len(start)) if first >= 0 else -1
    if last < 0:
        raise NoTitle("none")
    return page[first + len(start):last]


def page_title(url):
    try:
        return " ".join(unescape(between(walk(url))).split())
    except (NoTitle, OSError, ValueError, http.client.HTTPException) as error:
        log.debug("%s has no title: %r", url, error)
        return None
