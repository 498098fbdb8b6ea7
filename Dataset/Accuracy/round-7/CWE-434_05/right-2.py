import itertools
import logging
import pathlib
import shutil
import tempfile
import urllib.parse

import requests
from werkzeug.datastructures import Headers
from werkzeug.http import parse_options_header

log = logging.getLogger("bells")
ENDINGS = {"".join(letters) for e in ("ogg", "mp3", "jpg")
           for letters in itertools.product(*({c, c.upper()} for c in e))}


def proposals(headers, url):
    """Yields the name that the answer gives, if it gives one, and then that of the address."""
    for value in Headers(list(headers.items())).getlist("Content-Disposition"):
        octets = value.encode("latin-1", "replace")
        for encoding in ("utf-8", "latin-1"):
            try:
                text = octets.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
        name = parse_options_header(text)[1].get("filename")
        if name is not None:
            yield name
    *_, last = urllib.parse.urlsplit(url).path.split("/")
    yield urllib.parse.unquote_to_bytes(last.encode("utf-8")).decode("utf-8")


def vouched(name):
    stem, dot, ending = name.rpartition(".")
    if not dot or ending not in ENDINGS:
        raise ValueError(f"the ending of {name!r} is not allowed")
    if not name.isprintable() and any(ord(c) < 32 or ord(c) == 127 for c in name):
        raise ValueError(f"{name!r} holds control characters")
    if pathlib.PurePosixPath(name).name != name or "\\" in name:
        raise ValueError(f"{name!r} holds a folder")
    return stem, dot + ending


def create(folder, stem, ending):
    for suffix in itertools.chain([""], map("_{}".format, itertools.count(1))):
        path = pathlib.Path(folder) / f"{stem}{suffix}{ending}"
        try:
            return path, path.open("xb")
        except FileExistsError:
            log.debug("%s is taken", path)
        except OSError as error:
            raise ValueError(f"{path.name!r} cannot be stored") from error


def fetch_bell(folder, url):
    # The content waits outside of the folder until its name is known to be good.
    with tempfile.TemporaryFile() as waiting:
        try:
            with requests.get(url, stream=True, timeout=20) as answer:
                if answer.status_code != requests.codes.ok:
                    return None
                for chunk in answer.iter_content(65536):
                    waiting.write(chunk)
                headers = answer.headers
        except (requests.RequestException, UnicodeError):
            return None
        stem, ending = vouched(next(proposals(headers, url)))
        waiting.seek(0)
        path, file = create(folder, stem, ending)
        with file:
            shutil.copyfileobj(waiting, file)
    return path.name
