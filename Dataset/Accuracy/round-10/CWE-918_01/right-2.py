"""The address only chooses one of two machines and says what to ask it for."""
import enum
import http.client
from contextlib import closing
from urllib.parse import quote, urlsplit


class Machine(enum.Enum):
    POSTERS = "posters.archive.example"
    MIRROR = "mirror.archive.example"

    def ask(self, target):
        with closing(http.client.HTTPConnection(self.value, 80, timeout=15)) as line:
            line.request("GET", target, headers={"Accept": "image/*, */*;q=0.1"})
            answer = line.getresponse()
            if answer.status == http.HTTPStatus.OK:
                return answer.read()


def fetch_poster(url):
    pieces = urlsplit(url.strip())
    if pieces.scheme != "http":
        raise ValueError("posters are served by plain HTTP")
    host, colon, port = pieces.netloc.lower().partition(":")
    if colon and port not in ("", "80"):
        raise ValueError("posters are served on port 80")
    machine = Machine(host)                 # a ValueError for any other
    target = quote(pieces.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if pieces.query:
        target += "?" + quote(pieces.query, safe="/?%:@!$&'()*+,;=~-._[]")
    return machine.ask(target)
