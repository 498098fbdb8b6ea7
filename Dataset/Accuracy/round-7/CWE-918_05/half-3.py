import http.client
import ipaddress
import json
import os
import socket
from urllib.parse import quote, urljoin, urlsplit

TIMEOUT = 5
FAILURES = (OSError, ValueError, http.client.HTTPException)
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def check_url(url):
    if not url.startswith("http://") or not urlsplit(url).hostname:
        raise ValueError("not an http:// address")
    urlsplit(url).port


def is_public(text):
    ip = ipaddress.ip_address(text.partition("%")[0])
    if ip.version == 6:
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        if ip.is_site_local or ip.sixtofour or ip.teredo or ip in NAT64:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class Route:
    def __init__(self, url):
        self.pins = {}
        check_url(url)
        self.vet(url)
        self.url = url

    def ips(self, url):
        parts = urlsplit(url)
        if parts.hostname not in self.pins:
            self.pins[parts.hostname] = [info[4][0] for info in socket.getaddrinfo(
                parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)]
        return self.pins[parts.hostname]

    def vet(self, url):
        if not all(map(is_public, self.ips(url))):
            raise ValueError("address is not public")

    def follow(self, location):
        target = urljoin(self.url, location)
        if not location.startswith(("/", "?", "./", "../")):
            check_url(target)
            self.vet(target)
        self.url = target

    def post(self, body):
        parts = urlsplit(self.url)
        ip, port = self.ips(self.url)[0], parts.port or 80
        conn = http.client.HTTPConnection(parts.hostname, port, timeout=TIMEOUT)
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
        if parts.query:
            target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?")
        try:
            conn.sock = socket.create_connection((ip, port), TIMEOUT)
            conn.request("POST", target, body, {"Content-Type": "application/json"})
            answer = conn.getresponse()
            return answer.status, answer.headers.get("Location")
        finally:
            conn.close()


def deliver(url, body):
    route = Route(url)
    for _ in range(3):
        status, location = route.post(body)
        if status not in (307, 308) or not location:
            return 200 <= status <= 299
        route.follow(location)
    return False


class Alerts:
    def __init__(self, path):
        self.path = path

    def _load(self):
        try:
            with open(self.path, encoding="utf-8") as f:
                return {int(k): v for k, v in json.load(f).items()}
        except FileNotFoundError:
            return {}

    def _save(self, subs):
        tmp = self.path + ".new"
        with open(tmp, "w", encoding="utf-8") as f:
            json.dump({str(k): v for k, v in sorted(subs.items())}, f)
        os.replace(tmp, self.path)

    def subscribe(self, url):
        check_url(url)
        subs = self._load()
        number = max(subs, default=0) + 1
        subs[number] = url
        self._save(subs)
        return number

    def change(self, number, url):
        subs = self._load()
        if number not in subs:
            raise KeyError(number)
        check_url(url)
        subs[number] = url
        self._save(subs)

    def unsubscribe(self, number):
        subs = self._load()
        del subs[number]
        self._save(subs)

    def addresses(self):
        return self._load()

    def report(self, hive, grams):
        body = json.dumps({"hive": hive, "grams": grams}).encode()
        arrived = []
        for number, url in sorted(self._load().items()):
            try:
                if deliver(url, body):
                    arrived.append(number)
            except FAILURES:
                continue
        return arrived
