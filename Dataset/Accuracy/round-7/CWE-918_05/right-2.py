import functools
import ipaddress
import json
import os
import socket
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPConnection, HTTPException
from operator import itemgetter

SAFE = "/%:@!$&'()*+,;=~?"


def _v4(number):
    return number.is_global and not number.is_private and not number.is_multicast and not number.is_reserved


def _v6(number):
    if number.ipv4_mapped is not None:
        return _v4(number.ipv4_mapped)
    return number in ipaddress.ip_network("2000::/3") and _v4(number) and not (number.sixtofour or number.teredo)


def _open(number):
    return {4: _v4, 6: _v6}[number.version](number)


class _Line(HTTPConnection):
    def connect(self):
        answers = socket.getaddrinfo(self.host, self.port, 0, socket.SOCK_STREAM)
        ends = [(ipaddress.ip_address(a[4][0].split("%")[0]), a) for a in answers]
        if not ends or not all(map(_open, map(itemgetter(0), ends))):
            raise PermissionError("refusing %s" % self.host)
        trouble = None
        for number, (family, kind, proto, _, _) in ends:
            sock = socket.socket(family, kind, proto)
            try:
                sock.settimeout(10)
                sock.connect((str(number), self.port))
            except OSError as error:
                trouble = error
                sock.close()
            else:
                self.sock = sock
                return
        raise trouble


class _Handler(urllib.request.HTTPHandler):
    def http_open(self, req):
        return self.do_open(_Line, req)


class _NoErrors(urllib.request.HTTPErrorProcessor):
    def http_response(self, request, response):
        return response

    https_response = http_response


def _opener():
    director = urllib.request.OpenerDirector()
    for handler in (_Handler(), _NoErrors()):
        director.add_handler(handler)
    return director


def _clean(url):
    parts = urllib.parse.urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError("only http:// addresses")
    name = "[%s]" % parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode("ascii")
    where = name if parts.port in (None, 80) else "%s:%d" % (name, parts.port)
    return urllib.parse.urlunsplit(("http", where, urllib.parse.quote(parts.path or "/", safe=SAFE),
                                    urllib.parse.quote(parts.query, safe=SAFE), ""))


def _arrives(body, url, hops=2):
    url = _clean(url)
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"}, method="POST")
    with _opener().open(request, timeout=10) as answer:
        status, onward = answer.status, answer.headers.get("Location")
    if status in {307, 308}:
        return bool(hops and onward) and _arrives(body, urllib.parse.urljoin(url, onward), hops - 1)
    return status // 100 == 2


def _stored(method):
    @functools.wraps(method)
    def wrapper(self, *args):
        book = self.addresses()
        result = method(self, book, *args)
        with open(self.path + "~", "w", encoding="utf-8") as out:
            json.dump(dict(zip(map(str, book), book.values())), out, indent=1)
        os.replace(self.path + "~", self.path)
        return result
    return wrapper


class Alerts:
    def __init__(self, path):
        self.path = path

    def addresses(self):
        if not os.path.exists(self.path):
            return {}
        with open(self.path, encoding="utf-8") as source:
            return {int(number): url for number, url in json.load(source).items()}

    @_stored
    def subscribe(self, book, url):
        number = 1 + max(book, default=0)
        book[number] = url
        return number

    @_stored
    def change(self, book, number, url):
        book[number], _ = url, book[number]

    @_stored
    def unsubscribe(self, book, number):
        book.pop(number)

    def report(self, hive, grams):
        body = bytes(json.dumps({"hive": hive, "grams": grams}), "utf-8")
        arrived = set()
        for number, url in sorted(self.addresses().items()):
            try:
                _arrives(body, url) and arrived.add(number)
            except (OSError, ValueError, HTTPException):
                pass
        return sorted(arrived)
