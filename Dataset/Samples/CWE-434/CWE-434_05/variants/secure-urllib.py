import os
import re
import urllib.error
import urllib.parse
import urllib.request

RIGHT = re.compile(r"[^/\\\x00-\x1f]+\.(?:ogg|mp3|jpg)", re.IGNORECASE)
NAMED = re.compile(r"""\bfilename=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s;"]+))""", re.IGNORECASE)


def fetch_bell(folder, url):
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            if response.status != 200:
                return None
            header, content = response.headers.get("Content-Disposition", ""), response.read()
    except (urllib.error.URLError, OSError):
        return None

    named = NAMED.search(header)
    if named:
        name = named["quoted"] or named["bare"] or ""
    else:
        name = urllib.parse.unquote(urllib.parse.urlsplit(url).path.rpartition("/")[2])
    if not RIGHT.fullmatch(name):
        raise ValueError(f"the archive does not collect {name!r}")

    stem, dot, ending = name.rpartition(".")
    taken = {one.casefold() for one in os.listdir(folder)}
    number = 0
    while name.casefold() in taken:
        number += 1
        name = f"{stem} {number}.{ending}"
    descriptor = os.open(os.path.join(folder, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    return name
