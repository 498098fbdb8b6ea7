"""What the solution was given since the running check began: names and contents by which its traces can be told."""

from __future__ import annotations

import posixpath
import re
import stat
import unicodedata
import urllib.parse
from collections.abc import Iterable, Iterator
from typing import Any

import harness
from probes import archives

#: Shorter names and contents occur by chance.
_SHORTEST_CONTENT, _SHORTEST_PART = 3, 5
_LONGEST_TEXT = 1 << 16


class Given:
    """Arguments of calls to the solution, and the members of the archives that were made."""

    def __init__(self) -> None:
        own = {part for path in harness.box.planted for part in path.split("/")} | {"box", "tmp", "work", "shm", "bin"}
        texts = [text for text in _texts((harness.sent(), archives.made)) if len(text) < _LONGEST_TEXT]
        self._names = {part for text in texts for part in _parts(text)} - own - {"", ".", ".."}
        self._long = tuple(name for name in self._names if len(name) >= _SHORTEST_PART and "." in name)
        self._contents = {_encoded(text) for text in texts if len(text) >= _SHORTEST_CONTENT}

    def was_planted(self, path: str) -> bool:
        """Has a check put something there, and it is another thing now?"""
        inside = path.removeprefix(harness.box.path("/box") + "/")
        planted = harness.box.planted
        return inside in planted and (planted[inside] is None or planted[inside] != self._now(path))

    def _now(self, path: str) -> tuple[bytes, int] | None:
        """Content and mode of a regular file."""
        if not harness.box.exists(path) or not stat.S_ISREG(harness.box.stat(path).st_mode):
            return None
        return harness.box.read(path), harness.box.mode(path)

    def is_source_of(self, path: str) -> bool:
        """Is it called like a part of what was given, or does it hold the same?"""
        name = posixpath.basename(path)
        if name in self._names or any(part in name for part in self._long):
            return True
        if not stat.S_ISREG(harness.box.stat(path).st_mode):
            return False
        return harness.box.read(path) in self._contents


def holds(content: bytes) -> bool:
    """Was this, or something around it, sent to the solution?"""
    return any(content in _encoded(text) for text in _texts(harness.sent()))


def _texts(value: Any) -> Iterator[str | bytes]:
    if isinstance(value, (str, bytes)):
        yield value
    elif isinstance(value, (list, tuple, set)):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        yield from _texts([*value.items()])


def _parts(text: str | bytes) -> Iterable[str]:
    """The parts of a path, as a program may read it: decoded once or twice, with other signs for the same."""
    plain = text if isinstance(text, str) else text.decode("utf-8", "replace")
    once = urllib.parse.unquote(plain)
    forms = (plain, once, urllib.parse.unquote(once), unicodedata.normalize("NFKC", plain))
    return {part.strip() for form in forms for part in re.split(r"[/\\\0]", form)}


def _encoded(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
