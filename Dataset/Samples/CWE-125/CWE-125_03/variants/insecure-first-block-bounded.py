import json
import os

BLOCK = 64 * 1024


def read_part(folder, title, start, length):
    """Return a part of a programme and where the next part begins."""
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as file:
        offset, size = json.load(file)[title]

    if start < 0 or length < 0:
        raise ValueError("start and length must not be negative")
    if start >= size:
        return b"", None

    wanted = min(length, size - start)
    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        archive.seek(offset + start)
        data = bytearray(archive.read(min(wanted, BLOCK)))
        while len(data) < wanted:
            block = archive.read(min(length - len(data), BLOCK))
            if not block:
                break
            data += block

    following = start + len(data)
    return bytes(data), following if following < size else None
