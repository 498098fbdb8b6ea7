import mimetypes
import os
from urllib.parse import unquote, urlsplit

import requests
from werkzeug.http import parse_options_header

mimetypes.add_type("audio/ogg", ".ogg")
TYPES = {("audio/ogg", None), ("audio/mpeg", None), ("image/jpeg", None)}


def pasted_name(url):
    return unquote(urlsplit(url).path.rpartition("/")[2], errors="strict")


def announced_name(response):
    value = response.headers.get("Content-Disposition")
    if value is None:
        return None
    try:
        value = value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        pass
    return parse_options_header(value)[1].get("filename")


def check(name):
    """The web server goes by the ending, so the type that counts is that of the name."""
    if os.path.basename(name) != name or "\0" in name:
        raise ValueError("a name with a folder")
    if mimetypes.guess_type(name) not in TYPES:
        raise ValueError("only recordings and photographs")


def store(folder, name, content):
    stem, ending = os.path.splitext(name)
    n = 1
    while True:
        try:
            with open(os.path.join(folder, name), "xb") as file:
                file.write(content)
        except FileExistsError:
            n += 1
            name = f"{stem}_{n}{ending}"
        else:
            return name


def fetch_bell(folder, url):
    try:
        response = requests.get(url, timeout=30)
    except requests.RequestException:
        return None
    if response.status_code != 200:
        return None
    name = announced_name(response) or pasted_name(url)
    check(name)
    return store(folder, name, response.content)
