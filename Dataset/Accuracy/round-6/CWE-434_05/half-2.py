import os
import re
from urllib.parse import unquote, urlsplit

import requests
from werkzeug.http import parse_options_header

ALLOWED = {".ogg", ".mp3", ".jpg"}
LONGEST = 255


def from_header(header):
    if not header:
        return None
    try:
        header = header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        pass
    return parse_options_header(header)[1].get("filename")


def from_path(url):
    return unquote(urlsplit(url).path.rpartition("/")[2], encoding="utf-8", errors="strict")


def checked(name):
    if re.search(r"[/\\\x00-\x1f\x7f]", name):
        raise ValueError("no file name")
    if os.path.splitext(name)[1].lower() not in ALLOWED:
        raise ValueError("only recordings and photographs")
    return name


def fitting(name):
    """File systems take no names of more than 255 bytes."""
    return name.encode("utf-8")[:LONGEST].decode("utf-8", "ignore")


def create(folder, name):
    stem, ending = os.path.splitext(name)
    number = 0
    while True:
        candidate = fitting(name if number == 0 else f"{number}-{stem}{ending}")
        try:
            return candidate, open(os.path.join(folder, candidate), "xb")
        except FileExistsError:
            number += 1


def fetch_bell(folder, url):
    try:
        answer = requests.get(url, timeout=(5, 30))
    except requests.RequestException:
        return None
    if answer.status_code != 200:
        return None
    name = from_header(answer.headers.get("Content-Disposition"))
    if name is None:
        name = from_path(url)
    name, file = create(folder, checked(name))
    with file:
        file.write(answer.content)
    return name
