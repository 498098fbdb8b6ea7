import os
import re
import tempfile
import urllib.parse

import requests

ALLOWED = (".ogg", ".mp3", ".jpg")
_FILENAME = re.compile(
    r"""(?:^|;)\s*filename\s*=\s*(?:"(?P<quoted>(?:\\.|[^"\\])*)"|(?P<plain>[^;\s]+))""",
    re.IGNORECASE,
)


def _proposed_name(url, headers):
    found = _FILENAME.search(headers.get("Content-Disposition", ""))
    if found is None:
        last = urllib.parse.urlsplit(url).path.split("/")[-1]
        return urllib.parse.unquote_to_bytes(last).decode("utf-8")
    name = found["plain"] or re.sub(r"\\(.)", r"\1", found["quoted"] or "")
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name


def _validated(name):
    if any(c in "/\\" or not c.isprintable() and c != " " for c in name):
        raise ValueError(f"not a file name: {name!r}")
    if not name.lower().endswith(ALLOWED):
        raise ValueError(f"{name!r} is neither a recording nor a photograph")
    if len(os.fsencode(name)) > 240:
        raise ValueError("the name is too long")
    return name


def _place(folder, name, content):
    stem, ending = os.path.splitext(name)
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(folder))) as staging:
        part = os.path.join(staging, "bell")
        with open(part, "wb") as file:
            file.write(content)
        number = 1
        while True:
            try:
                os.link(part, os.path.join(folder, name))
                return name
            except FileExistsError:
                number += 1
                name = f"{stem}-{number}{ending}"


def fetch_bell(folder, url):
    try:
        response = requests.get(url, timeout=(10, 60))
        content = response.content
    except requests.RequestException:
        return None
    if response.status_code != 200:
        return None
    return _place(folder, _validated(_proposed_name(url, response.headers)), content)
