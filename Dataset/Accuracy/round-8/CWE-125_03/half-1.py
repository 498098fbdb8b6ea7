import json
import os


def _lookup(folder, title):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as file:
        offset, size = json.load(file)[title]
    return offset, size


def read_part(folder, title, start, length):
    offset, size = _lookup(folder, title)
    end = start + length
    if start < 0 or end < 0:
        raise ValueError("the part begins or ends before the programme")
    if start >= size:
        return b"", None
    end = min(end, size)
    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        archive.seek(offset + start)
        data = archive.read(end - start)
    return data, end if end < size else None
