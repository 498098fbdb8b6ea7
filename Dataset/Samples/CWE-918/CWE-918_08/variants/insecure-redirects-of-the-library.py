import base64
import ipaddress
import socket
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter


def public_address(host, port):
    """The first address of a host all of whose addresses are public."""
    found = [ipaddress.ip_address(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for address in found:
        inner = address.version == 6 and (address not in ipaddress.ip_network("2000::/3") or address.sixtofour is not None)
        if inner or not address.is_global or address.is_multicast:
            raise requests.ConnectionError(f"{host} is not on the internet")
    return found[0]


class Pinned(HTTPAdapter):
    def send(self, request, **kwargs):
        parts = urlsplit(request.url)
        address = public_address(parts.hostname, parts.port or 80)
        return super().send(request, **kwargs)


class Crests:
    def __init__(self):
        self.known = {}
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.adapters.clear()
        self.session.mount("http://", Pinned())

    def enter(self, club, address):
        scheme = address.split(":")[0].lower()
        if scheme not in ("http", "data", "like"):
            raise ValueError("no such kind of address")
        if scheme == "http" and not urlsplit(address).hostname:
            raise ValueError("no host")
        self.known[club] = scheme, address

    def crest(self, club):
        seen = []
        while club in self.known and len(seen) < 6:
            seen.append(club)
            scheme, address = self.known[club]
            if scheme == "http":
                return self._get(address)
            rest = address[5:]
            if scheme == "like":
                club = unquote(rest)
            else:
                return self._read(rest)
        return None

    def _read(self, rest):
        about, _, content = rest.partition(",")
        kind = about.split(";")[0].strip() or "text/plain"
        content = unquote_to_bytes(content)
        return kind, base64.b64decode(content) if about.endswith(";base64") else content

    def _get(self, address):
        for _ in range(4):
            try:
                answer = self.session.get(address, timeout=5, allow_redirects=True)
            except (requests.RequestException, OSError, ValueError):
                return None
            if answer.status_code in (301, 302, 303, 307, 308):
                address = urljoin(address, answer.headers.get("Location", ""))
                if urlsplit(address).scheme != "http":
                    return None
                continue
            kind = answer.headers.get("Content-Type", "text/plain").split(";")[0].strip()
            return (kind, answer.content) if answer.status_code == 200 else None
        return None
