import json
import os


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as index:
        offset, size = json.load(index)[title]

    left = size - start
    if length > left:
        length = left

    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        archive.seek(offset + start)
        data = archive.read(length)

    end = start + len(data)
    return data, end if end < size else None
