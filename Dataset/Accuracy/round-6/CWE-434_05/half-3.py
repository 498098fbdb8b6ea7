import itertools
import pathlib
import re
from urllib.parse import unquote_to_bytes, urlsplit

import requests
from werkzeug.http import parse_options_header

ACCEPTED = re.compile(r"^[^/\\\x00]+\.(ogg|mp3|jpg)$", re.IGNORECASE)


def name_of(answer, url):
    disposition = answer.headers.get("Content-Disposition", "")
    try:
        disposition = disposition.encode("latin-1").decode("utf-8")
    except UnicodeError:
        pass
    _, options = parse_options_header(disposition)
    if "filename" in options:
        return options["filename"]
    return unquote_to_bytes(urlsplit(url).path.split("/")[-1]).decode("utf-8")


def candidates(name):
    yield name
    stem, dot, ending = name.rpartition(".")
    for number in itertools.count(2):
        yield f"{stem}_{number}{dot}{ending}"


def fetch_bell(folder, url):
    try:
        answer = requests.get(url, timeout=30)
    except requests.RequestException:
        return None
    if answer.status_code != 200:
        return None
    name = name_of(answer, url)
    if not ACCEPTED.match(name):
        raise ValueError(f"{name!r} is no recording and no photograph")
    for candidate in candidates(name):
        try:
            with (pathlib.Path(folder) / candidate).open("xb") as file:
                file.write(answer.content)
            return candidate
        except FileExistsError:
            continue
