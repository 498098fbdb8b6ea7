import ipaddress
import json
import os
import socket
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import NewConnectionError

TRANSLATED = [ipaddress.ip_network(n) for n in ("2002::/16", "2001::/32", "192.88.99.0/24")]


def check_url(url):
    if not isinstance(url, str) or not url.lower().startswith("http://"):
        raise ValueError("an address begins with http://")


def is_public(address):
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if ip.is_multicast or ip.is_reserved or any(ip in net for net in TRANSLATED):
        return False
    return ip.is_global


class PublicConnection(HTTPConnection):
    """Lets nothing pass to a machine that is not public, whatever the name has come to mean by now."""

    def _new_conn(self):
        sock = super()._new_conn()
        if not is_public(sock.getpeername()[0]):
            sock.close()
            raise NewConnectionError(self, "not a public address")
        return sock


class PublicPool(HTTPConnectionPool):
    ConnectionCls = PublicConnection


class PublicAdapter(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": PublicPool}


def all_public(url):
    host = urlsplit(requests.Request("POST", url).prepare().url).hostname
    infos = socket.getaddrinfo(host, 80, type=socket.SOCK_STREAM)
    return bool(infos) and all(is_public(info[4][0]) for info in infos)


def deliver(url, body):
    with requests.Session() as session:
        session.trust_env = False
        session.adapters.clear()
        session.mount("http://", PublicAdapter())
        try:
            for _ in range(3):
                if not url.lower().startswith("http://") or not all_public(url):
                    return False
                answer = session.post(
                    url,
                    data=body,
                    headers={"Content-Type": "application/json"},
                    allow_redirects=False,
                    timeout=10,
                    stream=True,
                )
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
