import contextlib
import errno
import logging
import os
import secrets
import urllib.parse
from dataclasses import dataclass

import requests

log = logging.getLogger("bells")


@dataclass(frozen=True)
class BellName:
    """A file name that is known to be harmless; there are no others."""

    stem: str
    ending: str

    @classmethod
    def parse(cls, text):
        stem, ending = text[:-4], text[-4:]
        if ending.lower() not in {".ogg", ".mp3", ".jpg"}:
            raise ValueError(f"refused: {text!r}")
        if {"/", "\\", "\0", "\n", "\r"} & set(text):
            raise ValueError(f"not a name: {text!r}")
        return cls(stem, ending)

    def __str__(self):
        return self.stem + self.ending

    def variants(self):
        yield self
        while True:
            yield BellName(f"{self.stem}_{secrets.token_hex(4)}", self.ending)


def parameters(header):
    """Splits a header value into (name, value) pairs, without regular expressions."""
    piece, quoted, escaped, pieces = [], False, False, []
    for char in header:
        if escaped:
            piece.append(char)
            escaped = False
        elif quoted and char == "\\":
            escaped = True
        elif char == '"':
            quoted = not quoted
        elif char == ";" and not quoted:
            pieces.append("".join(piece))
            piece = []
        else:
            piece.append(char)
    pieces.append("".join(piece))
    for text in pieces[1:]:
        key, equals, value = text.partition("=")
        if equals:
            yield key.strip().lower(), value.strip()


def suggestion(response, url):
    given = dict(reversed(list(parameters(response.headers.get("Content-Disposition") or ""))))
    if "filename" in given:
        raw = given["filename"]
        with contextlib.suppress(UnicodeError):
            raw = raw.encode("iso-8859-1").decode("utf-8")
        return raw
    _, _, last = urllib.parse.urlsplit(url).path.rpartition("/")
    return urllib.parse.unquote(last, encoding="utf-8", errors="strict")


def store(folder, name, content):
    for variant in name.variants():
        path = os.path.join(folder, str(variant))
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644)
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                raise ValueError("the name is too long") from error
            raise
        with contextlib.ExitStack() as undo:
            undo.callback(os.unlink, path)
            with os.fdopen(descriptor, "wb") as out:
                out.write(content)
            undo.pop_all()
        return str(variant)


def fetch_bell(folder, url):
    try:
        response = requests.get(url, timeout=(15, 60), allow_redirects=True)
        response.raise_for_status()
    except requests.RequestException as problem:
        log.info("nothing fetched: %s", problem)
        return None
    if response.status_code != requests.codes.ok:
        return None
    return store(folder, BellName.parse(suggestion(response, url)), response.content)
