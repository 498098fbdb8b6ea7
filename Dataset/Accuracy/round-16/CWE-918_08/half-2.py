"""Crests on the score board."""
import base64
import ipaddress
import socket
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit, urlunsplit

import requests


class Crests:
    REDIRECTS = {301, 302, 303, 307, 308}

    def __init__(self):
        self._book = {}

    def enter(self, club, address):
        self._book[club] = address

    def crest(self, club):
        return self._crest(club, 5)

    def _crest(self, club, likes):
        kind, colon, rest = self._book.get(club, "").partition(":")
        kind = kind.lower()
        try:
            if kind == "like" and likes:
                return self._crest(unquote(rest), likes - 1)
            if kind == "data":
                return self._data(rest)
            if kind == "http":
                return self._http(kind + colon + rest)
        except (ValueError, OSError):            # requests' own errors are OSErrors
            pass
        return None

    @staticmethod
    def _type(text):
        return text.split(";", 1)[0].strip() or "text/plain"

    def _data(self, rest):
        head, comma, text = rest.partition(",")
        if not comma:
            return None
        data = unquote_to_bytes(text)
        if head.lower().replace(" ", "").endswith(";base64"):
            data = base64.b64decode(data)
        return self._type(head), data

    @staticmethod
    def _checked(host, port):
        """One of the addresses of a host, all of which have to be public."""
        found = [ipaddress.ip_address(entry[4][0].split("%")[0])
                 for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        for address in found:
            inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
            for one in (address, inner or address):
                if not one.is_global or one.is_multicast or one.is_reserved \
                        or getattr(one, "is_site_local", False):
                    raise ValueError("not a public address")
        return found[0]

    def _get(self, session, url):
        """GET, with the address that was checked in the place of the name: no second look-up."""
        parts = urlsplit(url)
        if parts.scheme != "http" or not parts.hostname:
            raise ValueError("http only")
        port = parts.port or 80
        address = self._checked(parts.hostname, port)
        login, at, host = parts.netloc.rpartition("@")
        shown = f"[{address}]" if address.version == 6 else str(address)
        pinned = parts._replace(netloc=f"{login}{at}{shown}:{port}", fragment="")
        return session.get(urlunsplit(pinned), headers={"Host": host.encode("idna").decode()},
                           allow_redirects=False, timeout=10)

    def _http(self, url):
        with requests.Session() as session:
            session.trust_env = False            # no proxies, no .netrc
            for _ in range(4):
                answer = self._get(session, url)
                if answer.status_code in self.REDIRECTS and "Location" in answer.headers:
                    url = urljoin(url, answer.headers["Location"])
                elif answer.status_code == 200:
                    return self._type(answer.headers.get("Content-Type", "")), answer.content
                else:
                    return None
        return None
