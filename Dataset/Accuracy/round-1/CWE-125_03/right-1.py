import json
import os
from contextlib import closing, contextmanager


@contextmanager
def _descriptor(path):
    fd = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    try:
        yield fd
    finally:
        os.close(fd)


def _pieces(fd, positions):
    at, end = positions.start, positions.stop
    while at < end:
        piece = os.pread(fd, min(end - at, 1 << 16), at)
        if not piece:
            return
        at += len(piece)
        yield piece


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), "rb") as file:
        offset, size = json.load(file)[title]
    if not (isinstance(start, int) and isinstance(length, int)):
        raise TypeError("start and length are ints")
    if min(start, length) < 0:
        raise ValueError("start and length must be at least 0")
    programme = range(offset, offset + size)
    part = programme[start:start + length]
    if start >= len(programme):
        return b"", None
    with _descriptor(os.path.join(folder, "archive.bin")) as fd, closing(_pieces(fd, part)) as pieces:
        data = b"".join(pieces)
    following = start + len(part)
    return data, following if following < size else None
