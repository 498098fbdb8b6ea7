import json
import mmap
import os


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as file:
        offset, size = json.load(file)[title]
    if start < 0 or length < 0:
        raise ValueError("start and length must not be negative")
    if start >= size:
        return b"", None
    count = min(length, size - start)
    position = offset + start
    page = position - position % mmap.ALLOCATIONGRANULARITY
    with open(os.path.join(folder, "archive.bin"), "rb") as file:
        with mmap.mmap(file.fileno(), position - page + count, offset=page, access=mmap.ACCESS_READ) as view:
            data = view[position - page:]
    end = start + count
    return data, end if end < size else None
