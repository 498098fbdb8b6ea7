import json
import os
import threading

_local = threading.local()


def _buffer(size):
    buf = getattr(_local, "buf", None)
    if buf is None or len(buf) < size:
        buf = _local.buf = bytearray(max(size, 65536))
    return memoryview(buf)[:size]


def read_part(folder, title, start, length):
    if start < 0 or length < 0:
        raise ValueError("start and length must not be negative")
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as f:
        offset, size = json.load(f)[title]
    if start >= size:
        return b"", None
    wanted = min(length, size - start)
    view = _buffer(wanted)
    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        archive.seek(offset + start)
        archive.readinto(view)
    end = start + wanted
    return bytes(view), end if end < size else None
