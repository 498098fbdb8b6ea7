import http.client
import re
from urllib.parse import quote

ADDRESS = re.compile(
    r"http://(posters|mirror)\.archive\.example(?::80)?(/[^?#]*)?(\?[^#]*)?(?:#.*)?",
    re.IGNORECASE | re.ASCII,
)
MACHINES = {
    "posters": "posters.archive.example",
    "mirror": "mirror.archive.example",
}
SAFE = "/?%&=+:;,@!$'()*~"


def fetch_poster(url):
    url = url.strip()
    if not url.isprintable() or "\\" in url:
        raise ValueError("the address holds a forbidden character")
    match = ADDRESS.fullmatch(url)
    if match is None:
        raise ValueError("this is no address of the film archive")
    # the connection goes to a name from the table, never to a part of the address
    host = MACHINES[match[1].lower()]
    target = quote((match[2] or "/") + (match[3] or ""), safe=SAFE)

    connection = http.client.HTTPConnection(host, 80, timeout=10)
    try:
        connection.request("GET", target)
        response = connection.getresponse()  # redirects are not followed
        return response.read() if response.status == 200 else None
    finally:
        connection.close()
