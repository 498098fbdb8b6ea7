import http.client
import ipaddress
import json
import socket
from urllib.parse import urljoin, urlsplit


class NotToBeHad(Exception):
    pass


class Collector:
    """Collects a feed; each host is looked up once for a connection, and the connection goes to what was found."""

    redirects = frozenset({301, 302, 303, 307, 308})
    pages = 5

    def addresses(self, host, port):
        found = [entry[4][0] for entry in socket.getaddrinfo(host, port, proto=socket.IPPROTO_TCP)]
        for text in found:
            address = ipaddress.ip_address(text.partition("%")[0])
            inner = getattr(address, "ipv4_mapped", None) or address
            if not inner.is_global or inner.is_multicast or inner.is_reserved:
                raise NotToBeHad(f"{host} is not public")
            if inner.version == 6 and (inner.is_site_local or inner.sixtofour):
                raise NotToBeHad(f"{host} is not public")
        return found

    def ask(self, url):
        parts = urlsplit(url)
        if parts.scheme != "http" or not parts.hostname or not url.isascii():
            raise NotToBeHad(url)
        port = parts.port or 80
        sock = socket.create_connection((self.addresses(parts.hostname, port)[0], port), 5)
        connection = http.client.HTTPConnection(parts.hostname, port)
        connection.sock = sock
        try:
            connection.request("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
            response = connection.getresponse()
            return response.status, response.getheader("Location"), response.read()
        finally:
            connection.close()

    def load(self, url):
        for _ in range(4):
            try:
                status, location, body = self.ask(url)
            except (OSError, ValueError, http.client.HTTPException) as error:
                raise NotToBeHad(url) from error
            if status == 200:
                return body
            if status not in self.redirects or not location:
                break
            url = urljoin(url, location)
        raise NotToBeHad(url)

    def recording(self, url):
        try:
            return self.load(url)
        except NotToBeHad:
            return None

    def collect(self, url):
        for _ in range(self.pages):
            try:
                page = json.loads(self.load(url))
            except (NotToBeHad, ValueError):
                return
            for item in page["items"]:
                yield item["title"], self.recording(urljoin(url, item["url"]))
            following = page.get("next_url")
            if not following:
                return
            url = urljoin(url, following)


def collect(feed_url):
    return list(Collector().collect(feed_url))
