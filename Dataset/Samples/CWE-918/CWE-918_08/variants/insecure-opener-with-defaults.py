import ipaddress
import re
import socket
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPConnection, HTTPException

SPECIAL = [ipaddress.ip_network(block) for block in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/23", "fec0::/10", "::/8", "192.88.99.0/24")]


def check(text):
    address = ipaddress.ip_address(text)
    public = address.is_global and not address.is_multicast and not address.is_reserved
    if not public or any(address.version == block.version and address in block for block in SPECIAL):
        raise OSError(f"{text} is not for us")
    return text


class Checked(HTTPConnection):
    def connect(self):
        every = [check(entry[4][0].split("%")[0]) for entry in socket.getaddrinfo(self.host, self.port, proto=socket.IPPROTO_TCP)]
        self.sock = socket.create_connection((every[0], self.port), 5)


class Http(urllib.request.HTTPHandler):
    def http_open(self, request):
        return self.do_open(Checked, request)


class Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = 3

    def redirect_request(self, request, file, code, message, headers, address):
        if not re.match("http:", address, re.I):
            return None
        return super().redirect_request(request, file, code, message, headers, address)


def opener():
    """Connects to public addresses only; asks no proxy."""
    return urllib.request.build_opener(Http(), Redirects(), urllib.request.ProxyHandler({}))


class Crests:
    def __init__(self):
        self.entries = dict()
        self.opener = opener()

    def enter(self, club, address):
        self.entries[club] = address

    def crest(self, club, steps=5):
        if club not in self.entries:
            return None
        found = re.fullmatch("(like|[a-z]+):(.*)", self.entries[club], re.I | re.S)
        if not found:
            return None
        if found[1].lower() == "like":
            return self.crest(urllib.parse.unquote(found[2]), steps - 1) if steps else None
        try:
            answer = self.opener.open(self.entries[club], timeout=5)
            if answer is None or answer.status not in (200, None):
                return None
            return answer.headers.get_content_type(), answer.read()
        except (OSError, ValueError, HTTPException):
            return None
