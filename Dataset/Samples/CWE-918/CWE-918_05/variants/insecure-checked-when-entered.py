import ipaddress
import json
import os
import socket
from urllib.parse import urljoin, urlsplit

import requests


def check(url):
    """Raises ValueError for an address that is not out on the internet."""
    parts = urlsplit(url)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    except OSError:
        return
    for *_, target in found:
        if not ipaddress.ip_address(target[0]).is_global:
            raise ValueError(f"{url} leads into the club's network")


class Alerts:
    def __init__(self, path):
        self.path = path

    def addresses(self):
        if not os.path.exists(self.path):
            return {}
        with open(self.path, encoding="utf-8") as file:
            return {int(number): url for number, url in json.load(file).items()}

    def save(self, addresses):
        with open(self.path, "w", encoding="utf-8") as file:
            json.dump(addresses, file)

    def subscribe(self, url):
        check(url)
        addresses = self.addresses()
        number = max(addresses, default=0) + 1
        self.save({**addresses, number: url})
        return number

    def change(self, number, url):
        check(url)
        addresses = self.addresses()
        if number not in addresses:
            raise KeyError(number)
        addresses[number] = url
        self.save(addresses)

    def unsubscribe(self, number):
        addresses = self.addresses()
        del addresses[number]
        self.save(addresses)

    def send(self, url, weight):
        for _ in range(3):
            if not url.startswith("http://"):
                return False
            try:
                response = requests.post(url, json=weight, timeout=5, allow_redirects=False)
            except requests.RequestException:
                return False
            if response.status_code not in (307, 308):
                return 200 <= response.status_code < 300
            url = urljoin(url, response.headers.get("Location", ""))
            try:
                check(url)
            except ValueError:
                return False
        return False

    def report(self, hive, grams):
        weight = {"hive": hive, "grams": grams}
        return [number for number, url in sorted(self.addresses().items()) if self.send(url, weight)]
