"""fetch_poster on http.client: the machines are constants, only the path comes from outside."""

import http.client
import re
import urllib.parse

_MACHINES = {name: http.client.HTTPConnection for name in
             ("posters.archive.example", "mirror.archive.example")}

_ADDRESS = re.compile(
    r"\s*(?i:http)://"
    r"(?P<host>[A-Za-z.]+)(?::0*80)?"
    r"(?P<path>/[^?#]*)?(?P<query>\?[^#]*)?(?:#.*)?\s*",
    re.DOTALL,
)


class NotInTheArchive(ValueError):
    pass


def fetch_poster(url):
    seen = _ADDRESS.fullmatch(url)
    for name, connect in _MACHINES.items():
        if seen and seen["host"].lower() == name:
            break
    else:
        raise NotInTheArchive(ascii(url))
    target = urllib.parse.quote(seen["path"] or "/", safe="/%:@!$&'()*+,;=~") + urllib.parse.quote(
        (seen["query"] or "").rstrip(), safe="?/%:@!$&'()*+,;=~[]"
    )
    connection = connect(name, 80, timeout=30)
    try:
        connection.request("GET", target, headers={"Accept": "image/*, */*;q=0.5"})
        answer = connection.getresponse()
        return answer.read() if answer.status == http.client.OK else None
    finally:
        connection.close()
