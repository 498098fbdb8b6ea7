import ipaddress
import json
import os
import socket
from urllib.parse import unquote, urljoin, urlsplit

import requests

IPV6_UNICAST = ipaddress.ip_network("2000::/3")
SIX_TO_FOUR = ipaddress.ip_network("2002::/16")


def check_url(url):
    if not isinstance(url, str) or not url.lower().startswith("http://"):
        raise ValueError("an address begins with http://")


def is_public(address):
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if ip.version == 6 and (ip not in IPV6_UNICAST or ip in SIX_TO_FOUR):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def send(session, url, body):
    """One POST to the address, at the IP address that was checked; None if it must not be."""
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        return None
    port = 80 if parts.port is None else parts.port
    host = parts.hostname
    if ":" not in host:
        host = host.encode("idna").decode("ascii")
    found = [info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(is_public(ip) for ip in found):
        return None
    ip = f"[{found[0]}]" if ":" in found[0] else found[0]
    name = f"[{host}]" if ":" in host else host
    headers = {"Content-Type": "application/json", "Host": name if port == 80 else f"{name}:{port}"}
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    target = f"http://{ip}:{port}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")
    return session.post(target, data=body, headers=headers, auth=auth, allow_redirects=False, timeout=10, stream=True)


def deliver(url, body):
    with requests.Session() as session:
        session.trust_env = False
        try:
            for _ in range(3):
                answer = send(session, url, body)
                if answer is None:
                    return False
                answer.close()
                if answer.status_code not in (307, 308):
                    return 200 <= answer.status_code <= 299
                location = session.get_redirect_target(answer)
                if not location:
                    return False
                url = urljoin(url, location)
        except (OSError, ValueError):
            return False
    return False


class Alerts:
    def __init__(self, path):
        self._path = path

    def _load(self):
        try:
            with open(self._path, encoding="utf-8") as file:
                return {int(number): url for number, url in json.load(file).items()}
        except FileNotFoundError:
            return {}

    def _save(self, entries):
        temporary = f"{self._path}.new"
        with open(temporary, "w", encoding="utf-8") as file:
            json.dump({str(number): url for number, url in entries.items()}, file)
        os.replace(temporary, self._path)

    def subscribe(self, url):
        check_url(url)
        entries = self._load()
        number = max(entries, default=0) + 1
        entries[number] = url
        self._save(entries)
        return number

    def change(self, number, url):
        entries = self._load()
        if number not in entries:
            raise KeyError(number)
        check_url(url)
        entries[number] = url
        self._save(entries)

    def unsubscribe(self, number):
        entries = self._load()
        del entries[number]
        self._save(entries)

    def addresses(self):
        return self._load()

    def report(self, hive, grams):
        body = json.dumps({"hive": hive, "grams": grams}).encode()
        entries = self._load()
        return [number for number in sorted(entries) if deliver(entries[number], body)]
