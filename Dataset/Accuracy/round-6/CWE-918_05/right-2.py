import functools
import ipaddress
import json
import operator
import socket
from pathlib import Path
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError, NewConnectionError

REFUSED = ("is_multicast", "is_reserved", "is_unspecified", "is_loopback", "is_link_local", "is_private",
           "is_site_local", "sixtofour", "teredo")


@functools.singledispatch
def public(ip):
    raise TypeError(ip)


@public.register
def _(ip: ipaddress.IPv4Address):
    return ip.is_global and not any(getattr(ip, name, False) for name in REFUSED)


@public.register
def _(ip: ipaddress.IPv6Address):
    if ip.ipv4_mapped:
        return public(ip.ipv4_mapped)
    return ip.is_global and not any(getattr(ip, name, False) for name in REFUSED)


class Outward:
    """The only place where sockets are opened: looks up once, checks all, connects to what it checked."""

    def _new_conn(self):
        try:
            infos = socket.getaddrinfo(self._dns_host.strip("[]"), self.port, 0, socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise NewConnectionError(self, str(error)) from error
        addresses = [ipaddress.ip_address(info[4][0].split("%")[0]) for info in infos]
        if not addresses or not all(map(public, addresses)):
            raise NewConnectionError(self, "not a public address")
        failure = None
        for address in dict.fromkeys(addresses):
            try:
                return socket.create_connection((str(address), self.port), timeout=5)
            except OSError as error:
                failure = error
        raise NewConnectionError(self, str(failure)) from failure


class OutwardHTTP(Outward, HTTPConnection):
    pass


class OutwardHTTPS(Outward, HTTPSConnection):
    pass


class HTTPPool(HTTPConnectionPool):
    ConnectionCls = OutwardHTTP


class HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = OutwardHTTPS


class OutwardAdapter(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": HTTPPool, "https": HTTPSPool}

    def proxy_manager_for(self, *args, **kwargs):
        raise requests.exceptions.ProxyError("no proxies")


def session():
    made = requests.Session()
    made.trust_env = False
    made.adapters.clear()
    for prefix in ("http://", "https://"):
        made.mount(prefix, OutwardAdapter())
    return made


def saved(method):
    @functools.wraps(method)
    def wrapper(self, *args):
        addresses = self.addresses()
        result = method(self, addresses, *args)
        spare = self.file.with_suffix(self.file.suffix + ".new")
        spare.write_text(json.dumps(addresses, indent=1), encoding="utf-8")
        spare.replace(self.file)
        return result
    return wrapper


class Alerts:
    def __init__(self, path):
        self.file = Path(path)

    def addresses(self):
        if not self.file.exists():
            return {}
        pairs = json.loads(self.file.read_text(encoding="utf-8"))
        return {int(number): pairs[number] for number in pairs}

    @saved
    def subscribe(self, addresses, url):
        number = max(addresses, default=0) + 1
        addresses[number] = url
        return number

    @saved
    def change(self, addresses, number, url):
        operator.getitem(addresses, number)
        addresses[number] = url

    @saved
    def unsubscribe(self, addresses, number):
        operator.delitem(addresses, number)

    def _arrives(self, web, url, weight, hops=3):
        if hops == 0 or not isinstance(url, str):
            return False
        with web.post(url, json=weight, timeout=5, allow_redirects=False, stream=True) as answer:
            status, location = answer.status_code, answer.headers.get("Location")
        if status in (307, 308) and location:
            return self._arrives(web, urljoin(url, location), weight, hops - 1)
        return status // 100 == 2

    def report(self, hive, grams):
        weight = dict(hive=hive, grams=grams)

        def arrives(item):
            try:
                with session() as web:
                    return self._arrives(web, item[1], weight)
            except (requests.RequestException, HTTPError, OSError, ValueError):
                return False

        return [number for number, _ in filter(arrives, sorted(self.addresses().items()))]
