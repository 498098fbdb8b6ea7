import json
import mmap
import os


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json")) as index_file:
        entry = json.load(index_file)[title]
    offset, size = entry[0], entry[1]
    if not isinstance(start, int) or not isinstance(length, int) or start < 0 or length <= 0 or start >= size:
        return None
    end = offset + min(start + length, size)
    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        with mmap.mmap(archive.fileno(), 0, access=mmap.ACCESS_READ) as memory:
            data = memory[offset + start:end]
    return (data, None) if end == offset + size else (data, end - offset)
