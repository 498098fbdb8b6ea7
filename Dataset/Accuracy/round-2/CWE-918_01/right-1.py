import re
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import quote

ARCHIVE = ("posters.archive.example", "mirror.archive.example")
SHAPE = re.compile(r"""
    http:// (?P<host> [a-z.]+ ) (?: :80 )?
    (?P<path> / [^?\#]* )?
    (?: \? (?P<query> [^\#]* ) )?
    (?: \# .* )?
""", re.VERBOSE | re.IGNORECASE | re.ASCII | re.DOTALL)


class NotAPoster(ValueError):
    pass


def target(address):
    found = SHAPE.fullmatch(address.strip())
    if not found:
        raise NotAPoster(address)
    try:
        host = ARCHIVE[ARCHIVE.index(found["host"].lower())]
    except ValueError:
        raise NotAPoster(address) from None
    line = quote(found["path"] or "/", safe="/%:@!$&'()*+,;=~")
    if found["query"] is not None:
        line += "?" + quote(found["query"], safe="/%:@!$&'()*+,;=~?")
    return host, line


def fetch_poster(url):
    host, line = target(url)
    with closing(HTTPConnection(host, 80, timeout=30)) as connection:
        connection.request("GET", line, headers={"Accept": "image/*, */*;q=0.5"})
        answer = connection.getresponse()
        body = answer.read()
    return {200: body}.get(answer.status)
