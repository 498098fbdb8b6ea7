"""The title of a page, for the notice board. Only machines are asked that are open to the public."""
import contextlib
import html
import ipaddress
import re
import socket
from urllib.parse import urljoin, urlsplit

import requests

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


def _ascii(host):
    """One spelling for each name."""
    text = host.decode("ascii") if isinstance(host, bytes) else host
    return text.encode("idna").decode("ascii").lower()


def _public_addresses(host, port):
    entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if entries and all(_is_public(entry[4][0]) for entry in entries):
        return entries
    raise PermissionError(f"{host} is not open to the public")


@contextlib.contextmanager
def _only(host, entries):
    """While this lasts, the name means the addresses that were checked, whatever the
    name server says in the meantime."""
    look_up = socket.getaddrinfo

    def checked(name, *args, **kwargs):
        if name is not None and _ascii(name) == host:
            return entries
        return look_up(name, *args, **kwargs)

    socket.getaddrinfo = checked
    try:
        yield
    finally:
        socket.getaddrinfo = look_up


def _ask(url):
    parts = urlsplit(url)
    if not url.startswith("http://") or not parts.hostname:
        raise ValueError(url)
    host = _ascii(parts.hostname)
    entries = _public_addresses(host, parts.port or 80)
    with _only(host, entries), requests.Session() as session:
        session.trust_env = False
        return session.get(url, timeout=10, allow_redirects=False)


def page_title(url):
    try:
        for _ in range(4):
            answer = _ask(url)
            if answer.status_code == 200:
                found = re.search(r"(?is)<title>(.*?)</title>", answer.content.decode("utf-8", "replace"))
                return " ".join(html.unescape(found[1]).split()) if found else None
            if answer.status_code not in {301, 302, 303, 307, 308}:
                return None
            url = urljoin(url, answer.headers["Location"].encode("latin-1").decode("utf-8", "replace"))
    except (requests.RequestException, OSError, ValueError, KeyError):
        pass
    return None
