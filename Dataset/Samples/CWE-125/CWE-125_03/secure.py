import json
import os


def read_part(folder, title, start, length):
    if start < 0 or length < 0:
        raise ValueError("start and length must not be negative")

    with open(os.path.join(folder, "index.json"), encoding="utf-8") as index:
        offset, size = json.load(index)[title]

    left = max(size - start, 0)
    if length > left:
        length = left

    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        archive.seek(offset + start)
        data = archive.read(length)

    end = start + len(data)
    return data, end if end < size else None
