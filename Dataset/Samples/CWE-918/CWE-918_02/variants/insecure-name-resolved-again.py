import ipaddress
import socket
import urllib.error
import urllib.request
from html.parser import HTMLParser
from urllib.parse import urlparse


class NotPublic(Exception):
    pass


def check(url: str) -> None:
    parsed = urlparse(url)
    if parsed.scheme != "http" or not parsed.hostname:
        raise NotPublic(url)
    for *_, sockaddr in socket.getaddrinfo(parsed.hostname, parsed.port or 80):
        address = ipaddress.ip_address(sockaddr[0].split("%")[0])
        mapped = getattr(address, "ipv4_mapped", None)
        address = mapped or address
        if address.is_private or address.is_loopback or address.is_link_local or address.is_reserved:
            raise NotPublic(f"{url} leads to {address}")
        if address.is_multicast or address.is_unspecified or not address.is_global:
            raise NotPublic(f"{url} leads to {address}")


class CheckedRedirects(urllib.request.HTTPRedirectHandler):
    max_redirections = 10

    def __init__(self):
        self.steps = 0

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        self.steps += 1
        if self.steps > 3:
            raise NotPublic("too many steps")
        check(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)

    http_error_308 = urllib.request.HTTPRedirectHandler.http_error_302


class TitleParser(HTMLParser):
    def __init__(self):
        super().__init__()
        self.inside, self.title = False, None

    def handle_starttag(self, tag, attrs):
        if tag == "title" and self.title is None:
            self.inside, self.title = True, ""

    def handle_endtag(self, tag):
        if tag == "title":
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.title += data


def page_title(url: str):
    parser = TitleParser()
    try:
        check(url)
        with urllib.request.build_opener(CheckedRedirects).open(url, timeout=5) as response:
            if response.status != 200:
                return None
            parser.feed(response.read().decode("utf-8", errors="replace"))
    except (NotPublic, urllib.error.URLError, OSError, ValueError) as error:
        print("no title:", error)
        return None
    return None if parser.title is None else " ".join(parser.title.split())
