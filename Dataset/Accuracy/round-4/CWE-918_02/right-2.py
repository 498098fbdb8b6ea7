import html
import re
import socket
from functools import partial
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import urljoin, urlsplit, urlunsplit
import requests

WORLD6 = ip_network("2000::/3")
TUNNELS = tuple(map(ip_network, ("2001::/23", "2002::/16", "2001:db8::/32", "3fff::/20")))


def acceptable(address):
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        return ip in WORLD6 and ip.is_global and not any(ip in net for net in TUNNELS)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def pin(url):
    parts = urlsplit(url)
    if parts.scheme != "http" or not url.startswith("http://") or not parts.hostname or "\\" in url:
        raise ValueError("refused")
    port = parts.port or 80
    addresses = {info[4][0] for info in socket.getaddrinfo(parts.hostname, port, 0, socket.SOCK_STREAM)}
    if not addresses or not all(acceptable(a) for a in addresses):
        raise ValueError("refused")
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname.encode("idna").decode("ascii")
    name = name if port == 80 else f"{name}:{port}"
    for address in sorted(addresses, key=len):
        literal = f"[{address}]" if ":" in address else address
        yield urlunsplit(("http", f"{literal}:{port}", parts.path or "/", parts.query, "")), name


def ask(session, url):
    failure = None
    for pinned, name in pin(url):
        try:
            return session.get(pinned, headers={"Host": name}, allow_redirects=False, timeout=8, stream=True)
        except requests.ConnectionError as problem:
            failure = problem
    raise failure


def title_of(page):
    for found in re.finditer(r"<title>((?:(?!</title>).)*)</title>", page, re.I | re.S):
        return re.sub(r"\s+", " ", html.unescape(found.group(1))).strip()


def follow(fetch, url, left):
    with fetch(url) as response:
        if response.status_code == 200:
            return title_of(response.content.decode("utf-8", errors="replace"))
        if left and response.status_code in {301, 302, 303, 307, 308} and "Location" in response.headers:
            target = response.headers["Location"].encode("latin-1", "replace").decode("utf-8", "replace")
            return follow(fetch, urljoin(url, target), left - 1)
    return None


def page_title(url):
    with requests.Session() as session:
        session.trust_env = False
        try:
            return follow(partial(ask, session), url, 3)
        except (requests.RequestException, OSError, ValueError):
            return None
