import http.client
import ipaddress
import json
import socket
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import lxml.html

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


def ask(address):
    parts = urlsplit(address)
    if parts.scheme != "http":
        raise ValueError("only http")
    connection = PublicConnection(parts.hostname, parts.port or 80)
    try:
        connection.request("GET", parts._replace(scheme="", netloc="", fragment="", path=parts.path or "/").geturl())
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def get(address):
    """Where it was found in the end, its type and its content; None if it cannot be got."""
    try:
        for _ in range(4):
            status, headers, content = ask(address)
            if status not in REDIRECTS:
                return (address, headers.get("Content-Type", ""), content) if status == 200 else None
            address = urljoin(address, headers.get("Location", ""))
            if urlsplit(address).scheme not in ("http", "mailto"):
                # Mirrors keep their pictures on servers of other kinds.
                with urlopen(address, timeout=5) as answer:
                    return address, answer.headers.get("Content-Type", ""), answer.read()
    except (OSError, ValueError, http.client.HTTPException):
        pass
    return None


def notice_of(tree, base):
    """Where the notice was found, and what it says."""
    for link in tree.iter("link"):
        if link.get("type") == "application/json+oembed" and link.get("href"):
            try:
                found = get(urljoin(base, link.get("href")))
                notice = json.loads(found[2]) if found else None
            except ValueError:
                return None
            return (found[0], notice) if isinstance(notice, dict) else None
    return None


def preview(address):
    page = get(address)
    if page is None:
        return None
    text = page[2].decode("utf-8", "replace").strip()
    tree = lxml.html.document_fromstring(text or "<p>")
    card = {"title": (tree.findtext(".//title") or "").strip(), "picture": None}
    found = notice_of(tree, page[0])
    if found is not None:
        base, notice = found
        card["title"] = notice.get("title", card["title"])
        picture = notice.get("thumbnail_url")
        try:
            got = get(urljoin(base, picture)) if isinstance(picture, str) else None
        except ValueError:
            got = None
        card["picture"] = got[1:] if got else None
    return card
