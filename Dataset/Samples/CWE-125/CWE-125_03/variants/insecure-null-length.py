import json
import os


def _place(folder, title):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as file:
        offset, size = json.load(file)[title]
    return offset, size


def read_part(folder, title, start, length):
    """Return a part of a programme and where the next part begins."""
    offset, size = _place(folder, title)
    if start < 0 or (length or 0) < 0:
        raise ValueError("start and length must not be negative")

    left = size - start
    if left <= 0:
        return b"", None
    if length and length > left:
        length = left

    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        archive.seek(offset + start)
        data = archive.read(length)

    following = start + len(data)
    return data, following if following < size else None
