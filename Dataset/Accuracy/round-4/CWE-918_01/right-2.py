import enum
import logging
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

import requests


class Machine(str, enum.Enum):
    MAIN = "posters.archive.example"
    COPY = "mirror.archive.example"


@dataclass(frozen=True)
class Poster:
    machine: Machine
    path: str
    query: str

    @classmethod
    def parse(cls, text):
        text = text.strip()
        if "\\" in text or not text.isprintable():
            raise ValueError("odd characters")
        parts = urlsplit(text)
        if parts.scheme != "http" or parts.netloc.lower() not in {m.value + p for m in Machine for p in ("", ":", ":80")}:
            logging.getLogger(__name__).warning("refused %r", text)
            raise ValueError("not the archive")
        return cls(Machine(parts.hostname), parts.path or "/", parts.query)

    def __str__(self):
        return urlunsplit(("http", self.machine.value, self.path, self.query, ""))


def fetch_poster(url):
    poster = Poster.parse(url)
    session = requests.Session()
    session.trust_env = False
    with session, session.get(str(poster), allow_redirects=False, timeout=(5, 30)) as answer:
        return {200: answer.content}.get(answer.status_code)
