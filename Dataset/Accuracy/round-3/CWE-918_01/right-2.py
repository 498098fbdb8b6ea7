import http.client
import re
from contextlib import closing
from typing import NamedTuple
from urllib.parse import quote

ADDRESS = re.compile(
    r"(?P<scheme>[^:/?#]*)://(?P<host>[A-Za-z.]*)(?::0*80)?(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?(?:#.*)?", re.DOTALL)
ALLOWED = {f"{name}.archive.example": f"{name}.archive.example" for name in ("posters", "mirror")}
KEEP = "/%:@!$&'()*+,;=-._~?"


class Refused(ValueError):
    pass


class Target(NamedTuple):
    host: str
    resource: str

    @classmethod
    def parse(cls, url):
        text = url.strip()
        found = ADDRESS.fullmatch(text)
        if found is None or any(ord(c) < 32 or ord(c) == 127 for c in text):
            raise Refused(ascii(url))
        if found["scheme"].lower() != "http":
            raise Refused("only http")
        host = ALLOWED.get(found["host"].lower())
        if host is None:
            raise Refused("not a machine of the archive")
        resource = quote(found["path"] or "/", safe=KEEP)
        if found["query"] is not None:
            resource += "?" + quote(found["query"], safe=KEEP)
        return cls(host, resource)


def fetch_poster(url):
    target = Target.parse(url)
    with closing(http.client.HTTPConnection(target.host, 80, timeout=30)) as connection:
        connection.request("GET", target.resource)
        answer = connection.getresponse()
        body = answer.read()
    return body if answer.status == http.client.OK else None
