import http.client
import ipaddress
import json
import os
import socket
from urllib.parse import urljoin, urlsplit


INSIDE = [
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
        "192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 "
        "::/3 2001::/23 2001:db8::/32 2002::/16 3fff::/20 4000::/2 8000::/1"
    ).split()
]


class PublicConnection(http.client.HTTPConnection):
    def connect(self):
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        for *_, target in found:
            address = ipaddress.ip_address(target[0].partition("%")[0])
            if any(address.version == network.version and address in network for network in INSIDE):
                raise ConnectionRefusedError(f"{address} is not public")
        # The address that was checked: the name may mean another one by now.
        self.sock = socket.create_connection(found[0][4][:2], timeout=5)


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
        addresses = self.addresses()
        number = max(addresses, default=0) + 1
        self.save({**addresses, number: url})
        return number

    def change(self, number, url):
        addresses = self.addresses()
        if number not in addresses:
            raise KeyError(number)
        addresses[number] = url
        self.save(addresses)

    def unsubscribe(self, number):
        addresses = self.addresses()
        del addresses[number]
        self.save(addresses)

    def post(self, url, weight):
        """Status and `Location` of the answer."""
        parts = urlsplit(url)
        connection = PublicConnection(parts.hostname, parts.port or 80)
        try:
            target = parts._replace(scheme="", netloc="", fragment="", path=parts.path or "/").geturl()
            connection.request("POST", target, json.dumps(weight), {"Content-Type": "application/json"})
            response = connection.getresponse()
            return response.status, response.getheader("Location", "")
        finally:
            connection.close()

    def send(self, url, weight):
        for _ in range(3):
            if not url.startswith("http://"):
                return False
            try:
                status, location = self.post(url, weight)
            except (OSError, ValueError, http.client.HTTPException):
                return False
            if status not in (307, 308):
                return 200 <= status < 300
            url = urljoin(url, location)
        return False

    def report(self, hive, grams):
        weight = {"hive": hive, "grams": grams}
        return [number for number, url in sorted(self.addresses().items()) if self.send(url, weight)]
