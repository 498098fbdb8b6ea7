import http.client
import ipaddress
import json
import socket
import urllib.parse
from dataclasses import dataclass

INSIDE = [ipaddress.ip_network(n) for n in (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    "::/128", "::1/128", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
    "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8")]


class Gone(Exception):
    """This address cannot be had."""


@dataclass
class Address:
    url: str

    def __post_init__(self):
        try:
            parts = urllib.parse.urlsplit(self.url)
            self.host, self.port = parts.hostname, parts.port or 80
        except ValueError as e:
            raise Gone from e
        if parts.scheme != "http" or not self.host:
            raise Gone
        self.target = urllib.parse.urlunsplit(("", "", parts.path or "/", parts.query, ""))

    def join(self, other):
        try:
            return Address(urllib.parse.urljoin(self.url, other))
        except ValueError as e:
            raise Gone from e

    def resolve(self):
        found = [info[4][0] for info in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)]
        for text in found:
            ip = ipaddress.ip_address(text)
            if any(ip in network for network in INSIDE):
                raise Gone
        return found

    def ask(self):
        try:
            for ip in self.resolve()[:1]:
                connection = http.client.HTTPConnection(ip, self.port, timeout=10)
                try:
                    host = f"[{self.host}]" if ":" in self.host else self.host
                    connection.request("GET", self.target, headers={
                        "Host": host if self.port == 80 else f"{host}:{self.port}"})
                    response = connection.getresponse()
                    return response.status, response.headers, response.read()
                finally:
                    connection.close()
        except (OSError, ValueError, http.client.HTTPException) as e:
            raise Gone from e
        raise Gone

    def get(self):
        address = self
        for _ in range(4):
            status, headers, content = address.ask()
            if status == 200:
                return address, content
            if status not in (301, 302, 303, 307, 308) or "Location" not in headers:
                raise Gone
            address = address.join(headers["Location"])
        raise Gone


def collect(feed_url):
    songs, following = [], feed_url
    for count in range(5):
        try:
            here, content = (Address(feed_url) if count == 0 else here.join(following)).get()
            page = json.loads(content)
        except (Gone, ValueError):
            break
        for item in page["items"]:
            try:
                songs.append((item["title"], here.join(item["url"]).get()[1]))
            except Gone:
                songs.append((item["title"], None))
        following = page.get("next_url")
        if not following:
            break
    return songs
