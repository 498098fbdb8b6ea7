import ipaddress
import json
import pathlib
import socket
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter

#: The addresses of IPv6 that are given out; those of the tunnel 6to4 hold addresses of IPv4.
GIVEN_OUT, TUNNEL = ipaddress.ip_network("2000::/3"), ipaddress.ip_network("2002::/16")


def is_outside(text):
    address = ipaddress.ip_address(text)
    if address.version == 6 and (address not in GIVEN_OUT or address in TUNNEL):
        return False
    return address.is_global and not address.is_multicast


class Outside(HTTPAdapter):
    """Sends to the address that was looked up and found to be public, under the name that was given."""

    def send(self, request, **kwargs):
        parts = urlsplit(request.url)
        port = parts.port or 80
        addresses = [entry[4][0] for entry in socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)]
        for address in addresses:
            if not is_outside(address):
                raise requests.ConnectionError(f"{parts.hostname} has the address {address}")
        host = f"[{addresses[0]}]" if ":" in addresses[0] else addresses[0]
        request.headers["Host"] = parts.netloc.rpartition("@")[2]
        request.url = parts._replace(netloc=f"{host}:{port}").geturl()
        return super().send(request, **kwargs)


class Alerts:
    def __init__(self, path):
        self.file = pathlib.Path(path)
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.mount("http://", Outside())

    def addresses(self):
        if not self.file.exists():
            return {}
        return {int(key): url for key, url in json.loads(self.file.read_text("utf-8")).items()}

    def _changed(self, number, url):
        known = self.addresses()
        if number not in known:
            raise KeyError(f"there is no subscription {number}")
        known[number] = url
        return {key: value for key, value in known.items() if value is not None}

    def _write(self, addresses):
        self.file.write_text(json.dumps(addresses, indent=2), "utf-8")

    def subscribe(self, url):
        known = self.addresses()
        number = max([0, *known]) + 1
        self._write({**known, number: url})
        return number

    def change(self, number, url):
        self._write(self._changed(number, url))

    def unsubscribe(self, number):
        self._write(self._changed(number, None))

    def _arrives(self, url, weight, more=2):
        if urlsplit(url).scheme != "http":
            return False
        response = self.session.post(url, json=weight, timeout=(5, 5), allow_redirects=False)
        if response.status_code in (307, 308):
            return more > 0 and self._arrives(urljoin(url, response.headers["Location"]), weight, more - 1)
        return response.status_code // 100 == 2

    def report(self, hive, grams):
        arrived = []
        for number, url in sorted(self.addresses().items()):
            try:
                if self._arrives(url, {"hive": hive, "grams": grams}):
                    arrived.append(number)
            except (requests.RequestException, OSError, ValueError, KeyError):
                continue
        return arrived
