import json
import os
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    offset: int
    size: int

    def clip(self, start, length):
        return range(self.size)[start:start + length]


@contextmanager
def descriptor(path):
    fd = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        yield fd
    finally:
        os.close(fd)


def load(folder):
    with open(os.path.join(folder, "index.json"), "rb") as f:
        return {title: Span(*entry) for title, entry in json.load(f).items()}


def read_part(folder, title, start, length):
    span = load(folder)[title]
    for name, number in (("start", start), ("length", length)):
        if number < 0:
            raise ValueError(f"{name} must not be negative")

    wanted = span.clip(start, length)
    if start >= span.size:
        return b"", None

    data = bytearray()
    with descriptor(os.path.join(folder, "archive.bin")) as fd:
        while len(data) < len(wanted):
            piece = os.pread(fd, len(wanted) - len(data), span.offset + start + len(data))
            if not piece:
                break
            data += piece
    after = start + len(wanted)
    return bytes(data), after if after < span.size else None
