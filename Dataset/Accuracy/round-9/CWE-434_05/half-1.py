"""Fetches recordings and photographs of bells from other archives."""

import os
from email.message import Message
from urllib.parse import unquote, urlsplit

import requests

ENDINGS = (".ogg", ".mp3", ".jpg")
LONGEST = 240          # bytes; the file system takes 255, and a number may still be added


def _name(response, url):
    header = Message()
    header["Content-Disposition"] = response.headers.get("Content-Disposition", "")
    name = header.get_param("filename", header="Content-Disposition")
    if isinstance(name, tuple):                       # filename*=UTF-8''...
        name = unquote(name[2])
    elif name:
        try:
            name = name.encode("latin-1").decode("utf-8")
        except UnicodeError:
            pass
    if not name:
        name = unquote(urlsplit(url).path.rsplit("/", 1)[-1])
    if not name.lower().endswith(ENDINGS):
        raise ValueError(f"no recording and no photograph: {name!r}")
    if "/" in name or any(ord(sign) < 32 or ord(sign) == 127 for sign in name):
        raise ValueError(f"not a name of a file: {name!r}")
    return name


def _shortened(name):
    """Some archives put the whole description into the name, which no file system takes."""
    return name.encode("utf-8", "replace")[:LONGEST].decode("utf-8", "ignore")


def _store(folder, name, content):
    stem, ending = os.path.splitext(name)
    number = 1
    while True:
        try:
            with open(os.path.join(folder, name), "xb") as file:
                file.write(content)
            return name
        except FileExistsError:
            number += 1
            name = f"{stem} ({number}){ending}"


def fetch_bell(folder, url):
    try:
        response = requests.get(url, timeout=30)
    except (requests.RequestException, UnicodeError):
        return None
    if response.status_code != 200:
        return None
    # Only now, with the complete content and a name that was checked, a file is made; there is no
    # temporary file in the folder.
    return _store(folder, _shortened(_name(response, url)), response.content)
