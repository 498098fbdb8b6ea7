"""fetch_bell with the standard library only: urllib asks, email.message reads the header."""

import http.client
import os
import posixpath
import unicodedata
import urllib.error
import urllib.parse
import urllib.request

_KINDS = frozenset({"ogg", "mp3", "jpg"})


class _Name:
    """A file name of which it is known that it is harmless."""

    def __init__(self, text):
        self.stem, dot, self.ending = text.rpartition(".")
        sound = dot and self.ending.isascii() and self.ending.lower() in _KINDS
        sound = sound and not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text)
        if not sound or posixpath.basename(text) != text:
            raise ValueError("not a bell: " + ascii(text))

    def variants(self):
        yield f"{self.stem}.{self.ending}"
        number = 0
        while True:
            number += 1
            yield f"{self.stem}~{number}.{self.ending}"


def _from_header(message):
    name = message.get_param("filename", header="content-disposition")
    if isinstance(name, tuple):                      # filename*=UTF-8''...
        name = urllib.parse.unquote(name[2], encoding=name[0] or "utf-8")
    if not name:
        return None
    try:
        return name.encode("iso-8859-1").decode("utf-8")
    except UnicodeError:
        return name


def _from_address(url):
    path = urllib.parse.urlsplit(url).path
    return urllib.parse.unquote_to_bytes(path[path.rfind("/") + 1:]).decode("utf-8", "replace")


def _download(url):
    ready = urllib.parse.quote(url, safe="%/:=&?~#+!$,;'@()*[]")
    request = urllib.request.Request(ready, method="GET", headers={"User-Agent": "bell-archive"})
    with urllib.request.urlopen(request, timeout=15) as answer:
        if answer.status != 200:
            return None
        return answer.read(), answer.headers


def fetch_bell(folder, url):
    try:
        got = _download(url)
    except (OSError, http.client.HTTPException, ValueError):      # URLError is an OSError
        return None
    if got is None:
        return None
    content, headers = got
    for name in _Name(_from_header(headers) or _from_address(url)).variants():
        try:
            out = os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            continue
        except (OSError, UnicodeError) as problem:
            raise ValueError(f"no file can be called {name!a}") from problem
        with os.fdopen(out, "wb") as file:
            file.write(content)
        return name
