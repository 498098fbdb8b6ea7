import functools
import json
import os


@functools.lru_cache(maxsize=8)
def _archive(path, mtime):
    return open(path, "rb")


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as f:
        index = json.load(f)
    offset, size = index[title]

    if start < 0:
        raise ValueError("start must not be negative")
    if length < 0:
        raise ValueError("length must not be negative")

    left = size - start
    if left <= 0:
        return b"", None
    count = min(length, left)

    path = os.path.abspath(os.path.join(folder, "archive.bin"))
    archive = _archive(path, os.stat(path).st_mtime_ns)
    archive.seek(offset + start)
    data = archive.read(count)

    return data, (None if count == left else start + count)
