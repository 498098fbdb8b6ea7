"""Keeps the addresses of the clubs' crests, and gets the pictures with requests."""
import base64
import ipaddress
import re
import socket
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit, urlunsplit

import requests

NOT_FOR_US = [ipaddress.ip_network(net) for net in (
    "192.88.99.0/24", "224.0.0.0/4", "2001::/23", "2002::/16")]
IPV6 = ipaddress.ip_network("2000::/3")


def _public(text):
    ip = ipaddress.ip_address(text)
    if ip.version == 6:
        if ip.ipv4_mapped:
            return _public(str(ip.ipv4_mapped))
        if ip not in IPV6:
            return False
    return ip.is_global and not any(ip in net for net in NOT_FOR_US if net.version == ip.version)


def _pinned(address):
    """The address with each of the checked IP addresses in place of the host, and the header `Host`.

    What requests is given has no name in it any more that could mean another machine by then."""
    if re.search(r"[\x00-\x20\x7f\\]", address):
        raise ValueError("such signs are read differently here and there")
    parts = urlsplit(address)
    host = parts.hostname
    if parts.scheme != "http" or not host:
        raise ValueError("not by http")
    port = parts.port or 80
    found = [info[4][0] for info in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)]
    if not found or not all(map(_public, found)):
        raise ValueError("not public")
    name = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    if port != 80:
        name += f":{port}"
    for ip in dict.fromkeys(found):
        if ":" in ip and ":" not in host:
            ip = f"[{ip}]"
        netloc = parts.netloc.lower().replace(host, ip, 1)
        yield urlunsplit(("http", netloc, parts.path or "/", parts.query, "")), {"Host": name}


def _get(session, address):
    problem = None
    for url, headers in _pinned(address):
        try:
            return session.get(url, headers=headers, timeout=5, allow_redirects=False)
        except requests.ConnectionError as error:
            problem = error                     # perhaps the next one answers
    raise problem


class Crests:
    def __init__(self):
        self.clubs = {}

    def enter(self, club, address):
        self.clubs[club] = address

    def crest(self, club, likes=5):
        if club not in self.clubs:
            return None
        address = self.clubs[club]
        kind, colon, rest = address.partition(":")
        match kind.lower():
            case "like" if colon and likes:
                return self.crest(unquote(rest), likes - 1)
            case "data" if "," in rest:
                return self._inside(rest)
            case "http" if colon:
                return self._outside(address)
        return None

    def _inside(self, rest):
        head, _, body = rest.partition(",")
        kind, *parameters = head.split(";")
        content = unquote_to_bytes(body)
        if parameters and parameters[-1].strip().lower() == "base64":
            try:
                content = base64.b64decode(content)
            except ValueError:
                return None
        return kind.strip() or "text/plain", content

    def _outside(self, address):
        try:
            with requests.Session() as session:
                session.trust_env = False       # no proxies, no passwords of ours
                for _ in range(4):
                    answer = _get(session, address)
                    if answer.is_redirect:
                        location = answer.headers["Location"].encode("latin-1").decode("utf-8", "replace")
                        address = urljoin(address, location)
                    elif answer.status_code == 200:
                        kind = answer.headers.get("Content-Type", "").split(";")[0].strip()
                        return kind or "text/plain", answer.content
                    else:
                        return None
        except (requests.RequestException, OSError, ValueError):
            pass
        return None
