import http.client
import re

ADDRESS = re.compile(r"http://(posters|mirror)\.archive\.example(?::80)?(/[^\s#]*)?(#.*)?", re.ASCII)


def fetch_poster(url):
    match = ADDRESS.fullmatch(url.strip())
    if not match:
        raise PermissionError("This address is not a poster of the archive")
    connection = http.client.HTTPConnection(f"{match.group(1)}.archive.example", 80, timeout=5)
    try:
        connection.request("GET", match.group(2) or "/")
        response = connection.getresponse()
        body = response.read()
    finally:
        connection.close()
    return body if response.status == 200 else None
