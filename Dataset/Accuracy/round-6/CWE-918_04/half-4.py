import ipaddress
import json
import socket
from http.client import HTTPConnection, HTTPException
from urllib.parse import quote, urljoin, urlsplit


def is_public(ip):
    ip = ipaddress.ip_address(ip.split("%")[0])
    if ip.version == 6 and (ip not in ipaddress.ip_network("2000::/3") or ip.sixtofour):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class Fetcher:
    def __init__(self):
        self.known_good = set()

    def open_socket(self, host, port):
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if host not in self.known_good:
            if not found or not all(is_public(entry[4][0]) for entry in found):
                raise OSError(f"{host} is not public")
            self.known_good.add(host)
        family, kind, proto, _, address = found[0]
        sock = socket.socket(family, kind, proto)
        sock.settimeout(10)
        try:
            sock.connect(address)
        except OSError:
            sock.close()
            raise
        return sock

    def get(self, url, redirects=3):
        if not url.startswith("http://"):
            raise ValueError("http only")
        parts = urlsplit(url)
        if not parts.hostname:
            raise ValueError("no host")
        connection = HTTPConnection(parts.hostname, parts.port or 80, timeout=10)
        try:
            connection.sock = self.open_socket(parts.hostname, parts.port or 80)
            path = parts._replace(scheme="", netloc="", fragment="", path=parts.path or "/").geturl()
            connection.request("GET", quote(path, safe="%/:=&?~+!$,;'@()*[]"))
            answer = connection.getresponse()
            if answer.status == 200:
                return url, answer.read()
            location = answer.headers.get("Location")
        finally:
            connection.close()
        if answer.status in (301, 302, 303, 307, 308) and location and redirects:
            return self.get(urljoin(url, location), redirects - 1)
        raise ValueError("not to be had")


def collect(feed_url):
    fetcher, pairs, url = Fetcher(), [], feed_url
    for _ in range(5):
        try:
            url, text = fetcher.get(url)
            page = json.loads(text.decode("utf-8"))
        except (OSError, ValueError, HTTPException):
            return pairs
        for item in page.get("items", []):
            try:
                _, data = fetcher.get(urljoin(url, item["url"]))
            except (OSError, ValueError, HTTPException):
                data = None
            pairs.append((item["title"], data))
        if not page.get("next_url"):
            return pairs
        try:
            url = urljoin(url, page["next_url"])
        except ValueError:
            return pairs
    return pairs
