import contextlib
import os
import re
import secrets
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar
from urllib import parse

import requests
from requests.exceptions import RequestException
from werkzeug.http import parse_options_header


class NotForUs(ValueError):
    pass


@dataclass(frozen=True)
class BellName:
    text: str
    ENDING: ClassVar = re.compile(r"\.(?:[oO][gG][gG]|[mM][pP]3|[jJ][pP][gG])\Z")

    def __post_init__(self):
        if not self.ENDING.search(self.text):
            raise NotForUs(f"no recording and no photograph: {self.text!r}")
        if re.search(r"[/\x00-\x1f\x7f]", self.text) or len(os.fsencode(self.text)) > 255:
            raise NotForUs(f"no name of a file: {self.text!r}")

    def __iter__(self):
        """The name itself, then others with the same ending without end."""
        yield self.text
        while True:
            mark = "~" + secrets.token_hex(4)
            stem = self.text[:-4].encode("utf-8")[:240].decode("utf-8", "ignore")
            yield BellName(stem + mark + self.text[-4:]).text


@dataclass
class Answer:
    pasted: str
    status: int
    disposition: str
    content: bytes

    @classmethod
    def to(cls, url):
        with requests.Session() as session, session.get(url, timeout=(10, 30), stream=True) as r:
            body = r.content if r.status_code == 200 else b""
            return cls(url, r.status_code, r.headers.get("content-disposition", ""), body)

    @cached_property
    def name(self):
        raw = self.disposition
        with contextlib.suppress(UnicodeError):
            raw = raw.encode("latin-1").decode("utf-8")
        _, options = parse_options_header(raw)
        if "filename" in options:
            return BellName(options["filename"])
        last = parse.urlsplit(self.pasted).path.split("/")[-1]
        return BellName(parse.unquote(last, "utf-8", "strict"))


def fetch_bell(folder, url):
    try:
        answer = Answer.to(url)
    except (RequestException, UnicodeError):
        return None
    if answer.status != 200:
        return None
    for name in answer.name:
        with contextlib.suppress(FileExistsError):
            handle = os.open(os.path.join(folder, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
            with open(handle, "wb") as file:
                file.write(answer.content)
            return name
