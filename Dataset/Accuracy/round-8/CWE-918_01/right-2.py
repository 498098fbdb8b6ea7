import http.client
import re
from contextlib import closing
from enum import Enum
from urllib.parse import quote

ADDRESS = re.compile(
    r"""http://
        (?P<name>posters|mirror)\.archive\.example (?: :80 )?
        (?P<path>/[^?\#\\]*)?
        (?P<query>\?[^\#]*)?
        (?:\#.*)?""",
    re.VERBOSE | re.IGNORECASE,
)


class Machine(Enum):
    POSTERS = "posters.archive.example"
    MIRROR = "mirror.archive.example"

    def get(self, target):
        with closing(http.client.HTTPConnection(self.value, 80, timeout=30)) as line:
            line.request("GET", target, headers={"Accept-Encoding": "identity"})
            answer = line.getresponse()
            return answer.status, answer.read()


class NotOurs(ValueError):
    """An address of anything else."""


def parse(text):
    found = ADDRESS.fullmatch(text)
    if not found or not all(c.isprintable() for c in text):
        raise NotOurs(text)
    path, query = found["path"] or "/", found["query"] or ""
    return Machine[found["name"].upper()], quote(path + query, safe="/?%:@!$&'()*+,;=~-._[]")


def fetch_poster(url):
    machine, target = parse(url.strip())
    try:
        status, body = machine.get(target)
    except (OSError, http.client.HTTPException):
        return None
    return {200: body}.get(status)
