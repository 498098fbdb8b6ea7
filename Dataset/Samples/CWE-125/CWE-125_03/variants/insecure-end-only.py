import json
import os


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as index:
        offset, size = json.load(index)[title]
    if start >= size:
        return b"", None
    end = min(start + length, size)
    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        archive.seek(offset + start)
        return archive.read(end - start), end if end < size else None
