import ipaddress
import json
import os
import socket
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import parse_url


def public_addresses(host, port):
    found = []
    for info in socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM):
        ip = ipaddress.ip_address(info[4][0].partition("%")[0])
        ip = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None) or ip
        if not ip.is_global or ip.is_multicast or ip.is_reserved or getattr(ip, "is_site_local", False):
            raise requests.ConnectionError(f"{host} is not on the internet")
        found.append(ip)
    if not found:
        raise requests.ConnectionError(f"no such host: {host}")
    return found


class PublicAdapter(HTTPAdapter):
    """Resolves the name itself, and connects to the address that it has checked."""

    def send(self, request, **kwargs):
        url = parse_url(request.url)
        ip = public_addresses(url.host, url.port or 80)[0]
        request = request.copy()
        request.headers["Host"] = url.host if url.port in (None, 80) else f"{url.host}:{url.port}"
        request.url = url._replace(auth=None, host=f"[{ip}]" if ip.version == 6 else str(ip)).url
        return super().send(request, **kwargs)


class Alerts:
    def __init__(self, path):
        self._path = path
        self._web = requests.Session()
        self._web.trust_env = False
        self._web.mount("http://", PublicAdapter())

    def addresses(self):
        try:
            with open(self._path, encoding="utf-8") as file:
                return {int(number): url for number, url in json.load(file).items()}
        except FileNotFoundError:
            return {}

    def _keep(self, addresses):
        temporary = f"{self._path}.tmp"
        with open(temporary, "w", encoding="utf-8") as file:
            json.dump(addresses, file)
        os.replace(temporary, self._path)

    def subscribe(self, url):
        if not url.startswith("http://"):
            raise ValueError(url)
        addresses = self.addresses()
        number = max(addresses, default=0) + 1
        addresses[number] = url
        self._keep(addresses)
        return number

    def change(self, number, url):
        addresses = self.addresses()
        if number not in addresses:
            raise KeyError(number)
        if not url.startswith("http://"):
            raise ValueError(url)
        addresses[number] = url
        self._keep(addresses)

    def unsubscribe(self, number):
        addresses = self.addresses()
        del addresses[number]
        self._keep(addresses)

    def _pass_on(self, url, weight):
        for _ in range(3):
            with self._web.post(url, json=weight, allow_redirects=False, timeout=5, stream=True) as answer:
                if answer.status_code not in (307, 308):
                    return 200 <= answer.status_code < 300
                if "Location" not in answer.headers:
                    return False
                url = urljoin(url, answer.headers["Location"])
        return False

    def report(self, hive, grams):
        weight = {"hive": hive, "grams": grams}
        arrived = []
        for number, url in sorted(self.addresses().items()):
            try:
                if self._pass_on(url, weight):
                    arrived.append(number)
            except (OSError, ValueError):
                pass
        return arrived
