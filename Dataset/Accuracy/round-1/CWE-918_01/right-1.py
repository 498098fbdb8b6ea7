import http.client
import re
from contextlib import closing
from urllib.parse import quote

POSTER = re.compile(
    r"http://(?P<machine>posters|mirror)\.archive\.example(?::(?:80)?)?"
    r"(?P<path>/[^?#\\]*)?(?P<query>\?[^#]*)?(?:#.*)?",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
MACHINES = {name: f"{name}.archive.example" for name in ("posters", "mirror")}


def fetch_poster(url):
    match POSTER.fullmatch(url.strip()):
        case None:
            raise ValueError("the address is none of the film archive's")
        case found:
            host = MACHINES[found["machine"].lower()]
    target = quote((found["path"] or "/") + (found["query"] or ""), safe="/?%:@!$&'()*+,;=~-._", errors="replace")
    with closing(http.client.HTTPConnection(host, 80, timeout=15)) as connection:
        connection.request("GET", target)
        answer = connection.getresponse()
        return answer.read() if answer.status == 200 else None
