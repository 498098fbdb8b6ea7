import json
import os

BLOCK = 65536


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as f:
        offset, size = json.load(f)[title]
    if start < 0 or length < 0:
        raise ValueError("start and length must not be negative")
    if start >= size:
        return b"", None
    left = size - start
    blocks = []
    got = 0
    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        archive.seek(offset + start)
        while got < length and got < left:
            block = archive.read(min(BLOCK, length - got, left))
            if not block:
                break
            blocks.append(block)
            got += len(block)
    end = start + got
    return b"".join(blocks), end if end < size else None
