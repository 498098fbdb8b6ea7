import os
import re
from urllib.parse import unquote, urlsplit

import requests

ENDINGS = (".ogg", ".mp3", ".jpg")
PARAMETER = re.compile(r';\s*([\w!#$%&\'*+.^`|~-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)')
MAX_NAME = 255


def _name_in_header(value):
    for key, text in PARAMETER.findall(value or ""):
        if key.lower() == "filename":
            if text.startswith('"'):
                text = re.sub(r"\\(.)", r"\1", text[1:-1])
            try:
                text = text.encode("latin-1").decode("utf-8")
            except UnicodeError:
                pass
            return text
    return None


def _check(name):
    if not name.lower().endswith(ENDINGS):
        raise ValueError("neither a recording nor a photograph")
    if "/" in name or "\\" in name or any(ord(c) < 32 for c in name):
        raise ValueError("not a plain file name")
    return name


def _candidates(name):
    yield name
    stem, ending = name[:-4], name[-4:]
    number = 2
    while True:
        yield f"{stem} ({number}){ending}"
        number += 1


def _fitting(name):
    """File systems take at most 255 bytes."""
    return name.encode("utf-8")[:MAX_NAME].decode("utf-8", "ignore")


def fetch_bell(folder, url):
    try:
        answer = requests.get(url, timeout=30)
    except requests.RequestException:
        return None
    if answer.status_code != 200:
        return None
    name = _name_in_header(answer.headers.get("Content-Disposition"))
    if name is None:
        name = unquote(urlsplit(url).path.rpartition("/")[2], errors="strict")
    _check(name)
    for candidate in map(_fitting, _candidates(name)):
        try:
            with open(os.path.join(folder, candidate), "xb") as file:
                file.write(answer.content)
            return candidate
        except FileExistsError:
            if len(candidate.encode("utf-8")) >= MAX_NAME:
                raise ValueError("the name is too long") from None
