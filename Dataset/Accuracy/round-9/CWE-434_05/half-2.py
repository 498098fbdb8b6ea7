"""Fetches recordings and photographs of bells from other archives."""

import itertools
import os
import re
from urllib.parse import unquote, urlsplit

import requests

# something without slashes, and one of the three endings behind it
GOOD = re.compile(r"(?P<stem>[^/\\\0]*)(?P<ending>\.(?:ogg|mp3|jpg))$", re.IGNORECASE)
FILENAME = re.compile(r'(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))', re.IGNORECASE)


def _wanted_name(headers, url):
    value = headers.get("Content-Disposition")
    if value:
        try:
            value = value.encode("latin-1").decode("utf-8")
        except UnicodeError:
            pass
        found = FILENAME.search(value)
        if found:
            return found[2] or re.sub(r"\\(.)", r"\1", found[1])
    return unquote(urlsplit(url).path.split("/")[-1])


def fetch_bell(folder, url):
    try:
        with requests.Session() as session:
            answer = session.get(url, timeout=20)
    except (requests.RequestException, UnicodeError):
        return None
    if answer.status_code != 200:
        return None

    name = _wanted_name(answer.headers, url)
    parts = GOOD.match(name)
    if parts is None:
        raise ValueError(f"{name!r} does not end with .ogg, .mp3 or .jpg")

    for number in itertools.count(2):
        try:
            descriptor = os.open(
                os.path.join(folder, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644
            )
            break
        except FileExistsError:
            name = f"{parts['stem']}-{number}{parts['ending']}"
        except OSError as problem:
            raise ValueError(f"{name!r} cannot be stored") from problem
    with open(descriptor, "wb") as file:
        file.write(answer.content)
    return name
