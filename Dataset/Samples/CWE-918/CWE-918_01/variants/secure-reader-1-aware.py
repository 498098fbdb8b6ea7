import http.client
from urllib.parse import quote, urlsplit

MACHINES = {
    "posters.archive.example": "posters.archive.example",
    "mirror.archive.example": "mirror.archive.example",
}
SAFE = "/%:@!$&'()*+,;=-._~?"


def _split(url):
    """The machine (one of our own two strings) and what to ask it for."""
    if not isinstance(url, str):
        raise ValueError("an address is a string")
    text = url.strip()
    if "\\" in text or any(c.isspace() or not c.isprintable() for c in text):
        raise ValueError("bad character in the address")

    parts = urlsplit(text)
    if parts.scheme != "http":
        raise ValueError("not a plain HTTP address")
    if "@" in parts.netloc:
        raise ValueError("an address with a user name")
    if parts.port not in (None, 80):
        raise ValueError("not port 80")
    machine = MACHINES.get(parts.hostname)
    if machine is None:
        raise ValueError("not a machine of the archive")

    target = quote(parts.path or "/", safe=SAFE)
    if parts.query:
        target += "?" + quote(parts.query, safe=SAFE)
    return machine, target


def fetch_poster(url):
    machine, target = _split(url)
    # http.client knows neither redirects nor proxies.
    connection = http.client.HTTPConnection(machine, 80, timeout=10)
    try:
        connection.request("GET", target)
        answer = connection.getresponse()
        if answer.status != 200:
            return None
        return answer.read()
    finally:
        connection.close()
