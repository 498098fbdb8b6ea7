from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import Iterator


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a file; nothing outside of it can be read through it."""
    fd: int
    offset: int
    size: int

    def bytes_at(self, at: int, count: int) -> bytes:
        if at < 0 or count < 0 or at + count > self.size:
            raise ValueError(f"{count} bytes at {at} leave a window of {self.size}")
        parts = []
        while count:
            part = os.pread(self.fd, count, self.offset + at)
            if not part:
                raise ValueError("the tag ends too early")
            parts.append(part)
            at, count = at + len(part), count - len(part)
        return b"".join(parts)

    def part(self, at: int, count: int) -> Window:
        if at < 0 or count < 0 or at + count > self.size:
            raise ValueError("a part does not end within what is around it")
        return Window(self.fd, self.offset + at, count)

    def entries(self) -> Iterator[tuple[int, Window]]:
        at = 0
        while at != self.size:
            key, length = self.bytes_at(at, 2)
            value = self.part(at + 2, length)
            yield key, value
            at += 2 + length

    def __getitem__(self, wanted: int) -> Window:
        for key, value in self.entries():
            if key == wanted:
                return value
        raise KeyError(wanted)


@contextlib.contextmanager
def tag(path):
    fd = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        yield fd
    finally:
        os.close(fd)


def blocks(fd: int) -> Iterator[tuple[int, Window]]:
    at = 0
    while len(head := os.pread(fd, 3, at)) == 3:
        content = Window(fd, at + 3, int.from_bytes(head[1:], "big"))
        yield head[0], content
        at += 3 + content.size


def carriers(path):
    with tag(path) as fd:
        return [number for number, _ in blocks(fd)]


def read_value(path, carrier, keys):
    with tag(path) as fd:
        window = next((w for number, w in blocks(fd) if number == carrier), None)
        if window is None or not keys:
            raise KeyError((carrier, keys))
        for key in keys:
            window = window[key]
        return window.bytes_at(0, window.size)
