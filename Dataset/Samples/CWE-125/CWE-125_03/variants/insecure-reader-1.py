import json
import os


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as f:
        index = json.load(f)
    offset, size = index[title]
    count = min(length, size - start)
    with open(os.path.join(folder, "archive.bin"), "rb") as f:
        f.seek(offset + start)
        data = f.read(count)
    next_start = start + len(data)
    if next_start >= size:
        next_start = None
    return data, next_start
