import ipaddress
import json
import os
import socket
from urllib.parse import urljoin, urlsplit

import requests

TIMEOUT = 5
FAILURES = (OSError, ValueError, requests.RequestException)


def check_url(url):
    if not url.startswith("http://") or not urlsplit(url).hostname:
        raise ValueError("not an http:// address")
    urlsplit(url).port


def is_internal(text):
    ip = ipaddress.ip_address(text.partition("%")[0])
    if ip.version == 6 and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return (ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast
            or ip.is_reserved or ip.is_unspecified
            or (ip.version == 6 and (ip.is_site_local or ip.sixtofour or ip.teredo)))


def resolve(host, port):
    found = [info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or any(is_internal(a) for a in found):
        raise ValueError("address is not public")
    return found[0]


def post(url, body):
    check_url(url)
    parts = urlsplit(url)
    port = parts.port or 80
    ip = resolve(parts.hostname, port)
    host = parts.hostname.encode("idna").decode() if ":" not in parts.hostname else "[%s]" % parts.hostname
    target = "http://%s:%d%s" % ("[%s]" % ip if ":" in ip else ip, port, parts.path or "/")
    if parts.query:
        target += "?" + parts.query
    with requests.Session() as session:
        session.trust_env = False
        with session.post(target, data=body, allow_redirects=False, timeout=TIMEOUT, stream=True,
                          headers={"Host": host if port == 80 else "%s:%d" % (host, port),
                                   "Content-Type": "application/json"}) as answer:
            return answer.status_code, answer.headers.get("Location")


def deliver(url, body):
    for _ in range(3):
        status, location = post(url, body)
        if status not in (307, 308) or not location:
            return 200 <= status <= 299
        url = urljoin(url, location)
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
