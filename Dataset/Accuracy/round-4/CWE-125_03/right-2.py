import json
import mmap
import os


def read_part(folder, title, start, length):
    with open(f"{folder}/index.json", "rb") as f:
        offset, size = json.load(f)[title]
    wanted = range(size)[start:start + length] if start >= 0 <= length else None
    if wanted is None:
        raise ValueError((start, length))
    if not wanted:
        return b"", (start if start < size else None)
    first, after = offset + wanted.start, offset + wanted.stop
    base = first - first % mmap.ALLOCATIONGRANULARITY
    fd = os.open(f"{folder}/archive.bin", os.O_RDONLY)
    try:
        with mmap.mmap(fd, after - base, access=mmap.ACCESS_READ, offset=base) as window:
            data = window[first - base:after - base]
    finally:
        os.close(fd)
    return data, (wanted.stop if wanted.stop < size else None)
