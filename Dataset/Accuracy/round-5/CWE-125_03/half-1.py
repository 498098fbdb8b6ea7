import json
import os

CHUNK = 64 * 1024


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as f:
        offset, size = json.load(f)[title]
    if start < 0 or length < 0:
        raise ValueError("start and length must not be negative")
    if start >= size:
        return b"", None

    count = min(length, size - start)
    pieces = []
    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        archive.seek(offset + start)
        for _ in range(0, count, CHUNK):
            pieces.append(archive.read(min(CHUNK, count)))
    data = b"".join(pieces)[:length]

    end = start + count
    return data, (end if end < size else None)
