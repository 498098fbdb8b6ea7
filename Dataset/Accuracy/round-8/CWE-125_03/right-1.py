import json
import os


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as file:
        offset, size = json.load(file)[title]
    if start < 0 or length < 0:
        raise ValueError("start and length must not be negative")
    if start >= size:
        return b"", None
    count = min(length, size - start)
    with open(os.path.join(folder, "archive.bin"), "rb") as file:
        file.seek(offset + start)
        data = file.read(count)
    end = start + count
    return data, (end if end < size else None)
