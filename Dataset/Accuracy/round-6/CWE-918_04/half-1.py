import http.client
import ipaddress
import json
import socket
from urllib.parse import quote, urljoin, urlsplit

TIMEOUT = 10
REDIRECTS = {301, 302, 303, 307, 308}
SAFE = "%/:=&?~#+!$,;'@()*[]"


class Unavailable(Exception):
    pass


def internal(address):
    ip = ipaddress.ip_address(address.split("%")[0])
    if ip.version == 6:
        if ip.ipv4_mapped or ip.sixtofour or ip.teredo or ip in ipaddress.ip_network("64:ff9b::/96") or ip.is_site_local:
            return True
    return (ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast
            or ip.is_reserved or ip.is_unspecified)


def resolve(host, port):
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not infos or any(internal(info[4][0]) for info in infos):
        raise Unavailable(host)
    return infos


class Connection(http.client.HTTPConnection):
    def connect(self):
        error = Unavailable(self.host)
        for family, kind, proto, _, address in resolve(self.host, self.port):
            sock = socket.socket(family, kind, proto)
            try:
                sock.settimeout(TIMEOUT)
                sock.connect(address)
            except OSError as err:
                sock.close()
                error = err
            else:
                self.sock = sock
                return
        raise error


def fetch(url):
    for _ in range(4):
        if not url.startswith("http://"):
            raise Unavailable(url)
        parts = urlsplit(url)
        if not parts.hostname:
            raise Unavailable(url)
        host = parts.hostname.encode("idna").decode() if ":" not in parts.hostname else parts.hostname
        connection = Connection(host, parts.port or 80, timeout=TIMEOUT)
        try:
            target = (parts.path or "/") + ("?" + parts.query if parts.query else "")
            connection.request("GET", quote(target, safe=SAFE))
            answer = connection.getresponse()
            if answer.status == 200:
                return url, answer.read()
            if answer.status not in REDIRECTS or not answer.headers.get("Location"):
                raise Unavailable(url)
            url = urljoin(url, answer.headers["Location"])
        finally:
            connection.close()
    raise Unavailable(url)


ERRORS = (Unavailable, OSError, ValueError, http.client.HTTPException)


def collect(feed_url):
    found, url = [], feed_url
    for _ in range(5):
        try:
            base, data = fetch(url)
            page = json.loads(data.decode("utf-8"))
        except ERRORS:
            break
        for item in page.get("items", []):
            try:
                recording = fetch(urljoin(base, item["url"]))[1]
            except ERRORS:
                recording = None
            found.append((item["title"], recording))
        if not page.get("next_url"):
            break
        try:
            url = urljoin(base, page["next_url"])
        except ValueError:
            break
    return found
