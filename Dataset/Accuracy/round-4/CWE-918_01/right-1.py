import http.client
import re
from contextlib import closing
from urllib.parse import quote, urlsplit

ADDRESS = re.compile(r"(?i:http://(posters|mirror)\.archive\.example)(?::(?:80)?)?(?P<rest>(?:[/?#][^\x00-\x1f\x7f]*)?)")


def fetch_poster(url):
    found = ADDRESS.fullmatch(url.strip())
    if found is None:
        raise ValueError("not a poster of the film archive")
    host = {"posters": "posters.archive.example", "mirror": "mirror.archive.example"}[found[1].lower()]
    rest = found["rest"].partition("#")[0]
    target = quote(rest if rest.startswith("/") else "/" + rest, safe="/?&=%:@!$'()*+,;~[]|", errors="replace")
    with closing(http.client.HTTPConnection(host, 80, timeout=20)) as line:
        line.request("GET", target, headers={"Accept": "image/*, */*"})
        answer = line.getresponse()
        body = answer.read()
    return body if answer.status == http.HTTPStatus.OK else None
