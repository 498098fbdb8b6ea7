import base64
import binascii
import http.client
import ipaddress
import socket
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

#: Of IPv6, what is given out on the internet: blocks that lead to an IPv4 address inside have no place in it, but 6to4.
INTERNET = ipaddress.ip_network("2000::/3")
REDIRECTS = (301, 302, 303, 307, 308)


def is_public(text):
    address = ipaddress.ip_address(text.partition("%")[0])
    if address.version == 6 and (address not in INTERNET or address.sixtofour):
        return False
    return address.is_global and not address.is_multicast


class PublicConnection(http.client.HTTPConnection):
    def connect(self):
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        if not all(is_public(target[0]) for *_, target in found):
            raise OSError(f"not public: {self.host}")
        # The address that was checked: the name may mean another one by now.
        self.sock = socket.create_connection(found[0][4][:2], timeout=5)


def in_the_address(address):
    head, comma, content = address.partition(",")
    kind, *more = head.partition(":")[2].split(";")
    if not comma:
        return None
    data = unquote_to_bytes(content)
    return kind or "text/plain", base64.b64decode(data) if "base64" in more else data


def get(address):
    """Status, headers and content of one answer."""
    parts = urlsplit(address)
    connection = PublicConnection(parts.hostname, parts.port or 80)
    try:
        connection.request("GET", parts._replace(scheme="", netloc="", fragment="", path=parts.path or "/").geturl())
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def fetched(address):
    for _ in range(4):
        if urlsplit(address).scheme != "http":
            return None
        status, headers, content = get(address)
        if status not in REDIRECTS:
            return (headers.get_content_type(), content) if status == 200 else None
        address = urljoin(address, headers.get("Location", ""))
    return None


class Crests:
    def __init__(self):
        self._addresses = {}

    def enter(self, club, address):
        self._addresses[club] = address

    def crest(self, club):
        for _ in range(6):
            address = self._addresses.get(club, "")
            scheme, _, rest = address.partition(":")
            try:
                match scheme.lower():
                    case "like":
                        club = unquote(rest)
                        continue
                    case "data":
                        return in_the_address(address)
                    case "http":
                        return fetched(address)
            except (OSError, ValueError, http.client.HTTPException, binascii.Error):
                pass
            return None
        return None
