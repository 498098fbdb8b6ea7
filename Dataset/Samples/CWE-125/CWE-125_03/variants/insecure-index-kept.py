import functools
import json
import os


@functools.lru_cache(maxsize=32)
def _index(folder):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as f:
        return {title: tuple(place) for title, place in json.load(f).items()}


def read_part(folder, title, start, length):
    offset, size = _index(os.path.abspath(folder))[title]
    if start < 0 or length < 0:
        raise ValueError("start and length must not be negative")
    if start >= size:
        return b"", None
    count = min(length, size - start)
    with open(os.path.join(folder, "archive.bin"), "rb") as f:
        f.seek(offset + start)
        data = f.read(count)
    end = start + count
    return data, None if end >= size else end
