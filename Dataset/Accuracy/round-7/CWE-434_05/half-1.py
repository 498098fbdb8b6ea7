import itertools
import os
import unicodedata
from urllib.parse import unquote, urlsplit

import requests
from werkzeug.http import parse_options_header

ENDINGS = (".ogg", ".mp3", ".jpg")


def _name(response, url):
    header = response.headers.get("Content-Disposition")
    if header:
        try:
            header = header.encode("latin-1").decode("utf-8")
        except UnicodeError:
            pass
        name = parse_options_header(header)[1].get("filename")
        if name:
            return name
    return unquote(urlsplit(url).path.rsplit("/", 1)[-1], errors="strict")


def _is_allowed(name):
    """Names come in several forms of Unicode; they are compared in one."""
    form = unicodedata.normalize("NFKC", name).casefold()
    return form.endswith(ENDINGS) and not {"/", "\\", "\0"} & set(form)


def fetch_bell(folder, url):
    try:
        response = requests.get(url, timeout=20)
        content = response.content
    except requests.RequestException:
        return None
    if response.status_code != 200:
        return None
    name = _name(response, url)
    if not _is_allowed(name):
        raise ValueError(f"not a recording or photograph: {name!r}")
    stem, ending = os.path.splitext(name)
    for n in itertools.count(1):
        try:
            with open(os.path.join(folder, name), "xb") as f:
                f.write(content)
            return name
        except FileExistsError:
            name = f"{stem} ({n}){ending}"
