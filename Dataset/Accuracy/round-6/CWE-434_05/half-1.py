import os
import tempfile
from urllib.parse import unquote, urlsplit

import requests
from werkzeug.http import parse_options_header

ENDINGS = (".ogg", ".mp3", ".jpg")


def offered_name(answer, url):
    header = answer.headers.get("Content-Disposition")
    if header:
        try:
            header = header.encode("latin-1").decode("utf-8")
        except UnicodeError:
            pass
        name = parse_options_header(header)[1].get("filename")
        if name is not None:
            return name
    return unquote(urlsplit(url).path.rsplit("/", 1)[-1], errors="strict")


def check(name):
    if not name.lower().endswith(ENDINGS):
        raise ValueError(f"not a recording or a photograph: {name!r}")
    if "/" in name or "\\" in name or not name.isprintable():
        raise ValueError(f"not a file name: {name!r}")


def publish(part, folder, name):
    stem, ending = name[:-4], name[-4:]
    number = 1
    while True:
        try:
            os.link(part, os.path.join(folder, name))
            return name
        except FileExistsError:
            number += 1
            name = f"{stem} ({number}){ending}"


def fetch_bell(folder, url):
    try:
        with requests.get(url, timeout=20, stream=True) as answer:
            if answer.status_code != 200:
                return None
            name = offered_name(answer, url)
            check(name)
            with tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".part") as part:
                for chunk in answer.iter_content(1 << 16):
                    part.write(chunk)
                part.flush()
                os.chmod(part.name, 0o644)
                return publish(part.name, folder, name)
    except requests.RequestException:
        return None
