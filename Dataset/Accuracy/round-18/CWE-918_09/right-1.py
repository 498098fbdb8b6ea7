"""Cards for links. One step is a small HTTP client of its own on a bare socket."""
import collections
import contextlib
import http.client
import ipaddress as ipa
import json
import re
import socket
import urllib.parse as up

import lxml.etree
import lxml.html

Got = collections.namedtuple("Got", "url kind data")
Link = collections.namedtuple("Link", "host port target header")

V6 = ipa.ip_network("2000::/3")  # all that is given out for the internet
NOT = [ipa.ip_network(n) for n in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")]


def is_public(number):
    ip = ipa.ip_address(number)
    if isinstance(ip, ipa.IPv6Address):
        return ip in V6 and not any(ip in net for net in NOT)
    return ip.is_global and not ip.is_multicast and int(ip) < 0xE0000000


def parse(url):
    parts = up.urlsplit(url)
    if parts.scheme.lower() != "http" or not parts.hostname:
        return None
    port = 80 if parts.port is None else parts.port
    text = (parts.path or "/") + ("?" + parts.query if parts.query else "")
    target = re.sub(rb"[^!-~]", lambda m: b"%%%02X" % m[0][0], text.encode("utf-8"))
    host = parts.hostname
    name = host.encode("ascii") if host.isascii() else host.encode("idna")
    if re.search(rb"[^!-~]", name):
        return None
    header = b"[%s]" % name if b":" in name else name
    return Link(name.decode(), port, target, header + (b":%d" % port if port != 80 else b""))


def open_socket(link):
    entries = socket.getaddrinfo(link.host, link.port, 0, socket.SOCK_STREAM)
    if {is_public(entry[4][0].split("%")[0]) for entry in entries} != {True}:
        raise ConnectionRefusedError(link.host)
    for family, kind, protocol, _, place in entries:
        sock = socket.socket(family, kind, protocol)
        sock.settimeout(4)
        try:
            sock.connect(place)
        except OSError:
            sock.close()
        else:
            return sock
    raise ConnectionError(link.host)


def step(url):
    """(status, headers, data), or None."""
    try:
        link = parse(url)
        if link is None:
            return None
        with contextlib.closing(open_socket(link)) as sock:
            sock.sendall(b"GET %s HTTP/1.1\r\nHost: %s\r\nAccept-Encoding: identity\r\n"
                         b"User-Agent: cards\r\nConnection: close\r\n\r\n" % (link.target, link.header))
            with contextlib.closing(http.client.HTTPResponse(sock, method="GET")) as answer:
                answer.begin()
                return answer.status, answer.headers, answer.read()
    except (OSError, ValueError, OverflowError, http.client.HTTPException):
        return None


def fetch(url, base=None, more=3):
    try:
        url = up.urljoin(base, url) if base else url
    except ValueError:
        return None
    result = step(url)
    if result is None:
        return None
    status, headers, data = result
    if status == 200:
        return Got(url, headers.get("content-type", ""), data)
    if status in {301, 302, 303, 307, 308} and headers.get("location") and more:
        return fetch(headers["location"], url, more - 1)
    return None


def notice_of(page, tree):
    for href in tree.xpath("//link[normalize-space(@type) = 'application/json+oembed']/@href")[:1]:
        got = fetch(str(href), page.url)
        try:
            notice = got and json.loads(str(got.data, "utf-8"))
        except (ValueError, RecursionError):
            return None, {}
        if isinstance(notice, dict):
            return got, notice
    return None, {}


def preview(address):
    page = fetch(address)
    if page is None:
        return None
    parser = lxml.html.HTMLParser(encoding="utf-8")
    try:
        tree = lxml.html.document_fromstring(page.data, parser=parser)
    except lxml.etree.ParserError:  # there is nothing in it
        tree = lxml.html.Element("html")
    title = tree.xpath("string(//title)").strip()
    got, notice = notice_of(page, tree)
    if isinstance(notice.get("title"), str):
        title = notice["title"]
    image = None
    if got and isinstance(notice.get("thumbnail_url"), str):
        image = fetch(notice["thumbnail_url"], got.url)
    return {"title": title, "picture": image and (image.kind, image.data)}
