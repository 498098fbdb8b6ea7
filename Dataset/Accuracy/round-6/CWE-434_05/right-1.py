import contextlib
import email.message
import email.utils
import errno
import os
import shutil
import tempfile
import unicodedata
import urllib.parse
import uuid
from dataclasses import dataclass

import requests


@dataclass(frozen=True)
class FileName:
    stem: str
    ending: str

    @classmethod
    def parse(cls, text):
        for character in text:
            if character in "/\\" or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}:
                raise ValueError("a character that no name of a file has")
        stem, dot, letters = text.rpartition(".")
        if letters not in {"ogg", "OGG", "mp3", "MP3", "jpg", "JPG"}:
            if not letters.isascii() or letters.lower() not in ("ogg", "mp3", "jpg"):
                raise ValueError("neither a recording nor a photograph")
        if not dot:
            raise ValueError("no ending")
        return cls(stem, dot + letters)

    def __str__(self):
        return self.stem + self.ending

    def variants(self):
        yield str(self)
        while True:
            yield f"{self.stem[:40]}~{uuid.uuid4().hex}{self.ending}"


def name_in_header(value):
    if value is None:
        return None
    with contextlib.suppress(UnicodeError):
        value = value.encode("latin-1").decode("utf-8")
    message = email.message.Message()
    message["Content-Disposition"] = " ".join(value.splitlines())
    found = message.get_param("filename", header="Content-Disposition")
    return None if found is None else email.utils.collapse_rfc2231_value(found)


def name_in_path(url):
    raw = urllib.parse.urlsplit(url).path.encode("utf-8").split(b"/")[-1]
    return urllib.parse.unquote_to_bytes(raw).decode("utf-8")


@contextlib.contextmanager
def new_file(folder, name):
    for variant in name.variants():
        path = os.path.join(folder, variant)
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o644)
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                raise ValueError("the name is too long") from None
            raise
        break
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield variant, file
    except BaseException:
        os.unlink(path)
        raise


def fetch_bell(folder, url):
    with tempfile.TemporaryFile() as spool:
        try:
            with requests.get(url, stream=True, timeout=30) as answer:
                if answer.status_code != 200:
                    return None
                header = answer.headers.get("Content-Disposition")
                for chunk in answer.iter_content(65536):
                    spool.write(chunk)
        except requests.RequestException:
            return None
        offered = name_in_header(header)
        name = FileName.parse(name_in_path(url) if offered is None else offered)
        spool.seek(0)
        with new_file(folder, name) as (stored, file):
            shutil.copyfileobj(spool, file)
        return stored
