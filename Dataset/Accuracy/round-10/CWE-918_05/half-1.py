"""Passes the weights of the hives on to the members' programs - to public machines only."""
import ipaddress
import json
import os
import socket
import tempfile
from urllib.parse import urljoin, urlsplit, urlunsplit

import requests

_STEPS = 2

_NOT_FOR_ALL = [ipaddress.ip_network(text) for text in (
    "192.88.99.0/24", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16")]
_V6_PUBLIC = ipaddress.ip_network("2000::/3")


def _is_public(text):
    """Whether this is the address of a machine that everybody can reach. IPv6 addresses that
    carry an IPv4 address (mapped, 6to4, Teredo, NAT64) and multicast ones are none."""
    address = ipaddress.ip_address(text)
    if address.version == 6 and address not in _V6_PUBLIC:
        return False
    return (address.is_global and not address.is_multicast and not address.is_reserved
            and not any(address in network for network in _NOT_FOR_ALL if network.version == address.version))


def _public_addresses(host, port):
    """The addresses of a host; none if it does not exist or if one of them is not public."""
    try:
        entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    addresses = list(dict.fromkeys(entry[4][0] for entry in entries))
    return addresses if all(map(_is_public, addresses)) else []


class Alerts:
    def __init__(self, path):
        self._path = path

    # -- the file ----------------------------------------------------------------------------
    def addresses(self):
        try:
            with open(self._path, encoding="utf-8") as file:
                return {int(number): url for number, url in json.load(file).items()}
        except FileNotFoundError:
            return {}

    def _save(self, addresses):
        handle, draft = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(self._path)))
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(addresses, file)
        os.replace(draft, self._path)

    def subscribe(self, url):
        addresses = self.addresses()
        number = max(addresses, default=0) + 1
        addresses[number] = self._checked(url)
        self._save(addresses)
        return number

    def change(self, number, url):
        addresses = self.addresses()
        if number not in addresses:
            raise KeyError(number)
        addresses[number] = self._checked(url)
        self._save(addresses)

    def unsubscribe(self, number):
        addresses = self.addresses()
        del addresses[number]
        self._save(addresses)

    @staticmethod
    def _checked(url):
        if not url.startswith("http://"):
            raise ValueError("an address begins with http://")
        return url

    # -- passing on ----------------------------------------------------------------------------
    def report(self, hive, grams):
        body = json.dumps({"hive": hive, "grams": grams}).encode()
        return [number for number, url in sorted(self.addresses().items()) if self._arrives(url, body)]

    def _arrives(self, url, body):
        try:
            for _ in range(_STEPS + 1):
                answer = self._post(url, body)
                if answer is None:
                    return False
                if answer.status_code not in (307, 308):
                    return 200 <= answer.status_code <= 299
                url = urljoin(url, answer.headers["Location"])
        except (requests.RequestException, KeyError, ValueError):
            pass
        return False

    @staticmethod
    def _post(url, body):
        """One request, to an address that was checked: the name is replaced by it, so that it is
        not looked up again, and goes into the header Host. None if there is no such address."""
        if not url.startswith("http://"):
            return None
        parts = urlsplit(url)
        if not parts.hostname:
            return None
        place = parts.netloc.rpartition("@")[2]
        with requests.Session() as session:
            session.trust_env = False
            failure = None
            for address in _public_addresses(parts.hostname, parts.port or 80):
                if ":" in address and not place.startswith("["):
                    address = f"[{address}]"
                target = urlunsplit(parts._replace(netloc=place.replace(parts.hostname, address, 1)))
                try:
                    return session.post(target, data=body, allow_redirects=False, timeout=10, headers={
                        "Host": place.encode("idna").decode(), "Content-Type": "application/json"})
                except requests.ConnectionError as error:
                    failure = error
            if failure:
                raise failure
        return None
