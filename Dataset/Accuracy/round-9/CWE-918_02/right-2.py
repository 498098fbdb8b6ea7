"""Titles for the notice board: requests is only ever given addresses made of numbers."""

import re
import socket
from html import unescape
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urljoin, urlsplit

import requests


class NoTitle(Exception):
    pass


def is_public(address):
    match address:
        case IPv6Address(ipv4_mapped=IPv4Address()) | IPv6Address(sixtofour=IPv4Address()):
            return False
        case IPv6Address():
            return address.is_global and int(address) >> 125 == 1      # 2000::/3
        case IPv4Address():
            return address.is_global and not (address.is_multicast or address.is_reserved)


def resolve(host, port):
    answers = socket.getaddrinfo(host, port, socket.AF_UNSPEC, socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(ip_address(answer[4][0]) for answer in answers))
    if not addresses or not all(map(is_public, addresses)):
        raise NoTitle(host)
    return addresses


def get(url):
    parts = urlsplit(url)
    name, port = parts.hostname, parts.port or 80
    if parts.scheme != "http" or not name or re.search(r"[\\\s]", parts.netloc):
        raise NoTitle(url)
    shown = name if port == 80 else f"{name}:{port}"
    if ":" in name:
        shown = f"[{name}]" + shown[len(name):]
    problem = NoTitle(url)
    with requests.Session() as session:
        session.trust_env = False
        for address in resolve(name, port):
            numbers = f"[{address}]" if address.version == 6 else f"{address}"
            direct = parts._replace(netloc=f"{numbers}:{port}", path=parts.path or "/", fragment="")
            try:
                return session.get(
                    direct.geturl(),
                    headers={"Host": shown.encode("idna") if shown.isascii() is False else shown},
                    allow_redirects=False,
                    timeout=(5, 10),
                )
            except requests.ConnectionError as failed:
                problem = failed
    raise problem


def title_of(page):
    found = re.search(r"(?is)<title>(?P<text>.*?)</title>", page)
    if found is None:
        raise NoTitle("none on the page")
    return re.sub(r"\s+", " ", unescape(found["text"])).strip()


def page_title(url, steps=3):
    try:
        if not url.startswith("http://"):
            return None
        answer = get(url)
        if answer.status_code == requests.codes.ok:
            return title_of(answer.content.decode("utf-8", "replace"))
        if steps and answer.status_code in (301, 302, 303, 307, 308):
            return page_title(urljoin(url, answer.headers["Location"]), steps - 1)
    except (NoTitle, requests.RequestException, OSError, ValueError, KeyError):
        pass
    return None
