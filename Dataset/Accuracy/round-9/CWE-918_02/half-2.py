"""The titles of the pages that the notice board links to."""

import html
import ipaddress
import re
import socket
from urllib.parse import urljoin, urlsplit

import requests

ON = {301, 302, 303, 307, 308}
INTERNET6 = ipaddress.ip_network("2000::/3")


class NotPublic(Exception):
    """The link leads to a machine that is not on the internet."""


def _public(address):
    if address.version == 6:
        # only what is given out on the internet, without the tunnels to IPv4
        return address in INTERNET6 and address.is_global and not address.sixtofour
    return address.is_global and not address.is_multicast


def _checked(host, port):
    """The addresses of a host; all of them have to be public."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [ipaddress.ip_address(place[0]) for *_, place in found]
    if not addresses or not all(_public(address) for address in addresses):
        raise NotPublic(host)
    return list(dict.fromkeys(addresses))


def _get(session, url):
    parts = urlsplit(url)
    if not parts.hostname or "\\" in parts.netloc:
        raise NotPublic(url)
    failed = None
    for address in _checked(parts.hostname, parts.port or 80):
        # The name could mean something else a moment later, so the address goes into the place of
        # the name; the name is told in the header only.
        number = str(address)
        if address.version == 6 and "[" not in parts.netloc:
            number = f"[{number}]"
        pinned = parts._replace(netloc=parts.netloc.replace(parts.hostname, number), fragment="")
        host = parts.netloc.rpartition("@")[2].removesuffix(":80")
        try:
            return session.get(
                pinned.geturl(),
                headers={"Host": host.encode("utf-8"), "Accept-Encoding": "identity"},
                allow_redirects=False,
                timeout=10,
            )
        except requests.ConnectionError as problem:
            failed = problem
    raise failed


def page_title(url):
    with requests.Session() as session:
        session.trust_env = False
        try:
            for _ in range(4):
                if not url.startswith("http://"):
                    return None
                answer = _get(session, url)
                if answer.status_code in ON and "Location" in answer.headers:
                    url = urljoin(url, answer.headers["Location"])
                    continue
                if answer.status_code != 200:
                    return None
                page = answer.content.decode("utf-8", "replace")
                title = re.search("<title>(.*?)</title>", page, re.I | re.S)
                return " ".join(html.unescape(title[1]).split()) if title else None
        except (NotPublic, requests.RequestException, OSError, ValueError):
            pass
    return None
