import json
import os


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as f:
        offset, size = json.load(f)[title]
    if start + length > size:
        length = size - start
    if length < 0:
        return b"", None
    position = offset + start
    with open(os.path.join(folder, "archive.bin"), "rb") as f:
        f.seek(position)
        data = f.read(length)
    next_start = start + length
    return data, next_start if next_start < size else None
