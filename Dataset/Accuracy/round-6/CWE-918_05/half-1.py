import http.client
import ipaddress
import json
import os
import socket
from urllib.parse import urljoin, urlsplit

TIMEOUT = 5
BLOCKED = [ipaddress.ip_network(net) for net in (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/3",
    "::/128", "::1/128", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
    "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
)]


def public(text):
    address = ipaddress.ip_address(text)
    return not any(address in net for net in BLOCKED)


class Alerts:
    def __init__(self, path):
        self._path = path

    def _load(self):
        try:
            with open(self._path, encoding="utf-8") as f:
                return {int(n): url for n, url in json.load(f).items()}
        except FileNotFoundError:
            return {}

    def _save(self, urls):
        part = self._path + ".part"
        with open(part, "w", encoding="utf-8") as f:
            json.dump({str(n): url for n, url in urls.items()}, f)
        os.replace(part, self._path)

    @staticmethod
    def _checked(url):
        if not isinstance(url, str) or not url.startswith("http://") or not urlsplit(url).hostname:
            raise ValueError("an address begins with http:// and names a host")
        return url

    def subscribe(self, url):
        urls = self._load()
        number = max(urls, default=0) + 1
        urls[number] = self._checked(url)
        self._save(urls)
        return number

    def change(self, number, url):
        urls = self._load()
        urls[number]
        urls[number] = self._checked(url)
        self._save(urls)

    def unsubscribe(self, number):
        urls = self._load()
        del urls[number]
        self._save(urls)

    def addresses(self):
        return self._load()

    def _post(self, url, body):
        parts = urlsplit(url)
        if parts.scheme != "http" or not parts.hostname:
            raise ValueError("no web address")
        port = parts.port or 80
        infos = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        found = [info[4][0] for info in infos]
        if not found or not all(public(a) for a in found):
            raise ValueError("not a public address")
        connection = http.client.HTTPConnection(parts.hostname, port, timeout=TIMEOUT)
        connection.sock = socket.create_connection((found[0], port), TIMEOUT)
        try:
            target = (parts.path or "/") + ("?" + parts.query if parts.query else "")
            connection.request("POST", target, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location")
        finally:
            connection.close()

    def _deliver(self, url, body):
        for _ in range(3):
            status, location = self._post(url, body)
            if 200 <= status <= 299:
                return True
            if status not in (307, 308) or not location:
                return False
            url = urljoin(url, location)
        return False

    def report(self, hive, grams):
        body = json.dumps({"hive": hive, "grams": grams}).encode()
        arrived = []
        for number, url in sorted(self._load().items()):
            try:
                if self._deliver(url, body):
                    arrived.append(number)
            except (OSError, ValueError, http.client.HTTPException):
                pass
        return arrived
