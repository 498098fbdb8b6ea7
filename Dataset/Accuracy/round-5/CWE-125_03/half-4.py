import json
import os
import threading

_local = threading.local()


def _buffer(size):
    buf = getattr(_local, "buf", None)
    if buf is None or len(buf) < size:
        buf = _local.buf = bytearray(size)
    return memoryview(buf)[:size]


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as f:
        offset, size = json.load(f)[title]

    if start < 0 or length < 0:
        raise ValueError("start and length must be 0 or more")
    if start >= size:
        return b"", None

    stop = min(start + length, size)
    view = _buffer(stop - start)
    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        archive.seek(offset + start)
        archive.readinto(view)

    return bytes(view), (stop if stop < size else None)
