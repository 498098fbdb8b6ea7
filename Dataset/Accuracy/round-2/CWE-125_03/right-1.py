import contextlib
import json
import os


@contextlib.contextmanager
def _descriptor(path):
    fd = os.open(path, os.O_RDONLY)
    try:
        yield fd
    finally:
        os.close(fd)


def _pieces(fd, position, end):
    while position < end:
        piece = os.pread(fd, min(end - position, 1 << 20), position)
        if not piece:
            return
        position += len(piece)
        yield piece


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), "rb") as f:
        offset, size = json.loads(f.read())[title]
    if min(start, length) < 0:
        raise ValueError("negative start or length")
    if not start < size:
        return b"", None
    stop = min(start + length, size)
    with _descriptor(os.path.join(folder, "archive.bin")) as fd:
        data = b"".join(_pieces(fd, offset + start, offset + stop))
    return data, (stop if stop < size else None)
