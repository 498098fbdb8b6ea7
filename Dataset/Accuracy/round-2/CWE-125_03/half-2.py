import json
import mmap
import os


def read_part(folder, title, start, length):
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as f:
        offset, size = json.load(f)[title]
    if start < 0 or length < 0:
        raise ValueError("start and length must not be negative")
    if start >= size:
        return b"", None
    count = min(length, size - start)
    position = offset + start
    skip = position % mmap.ALLOCATIONGRANULARITY
    with open(os.path.join(folder, "archive.bin"), "rb") as archive:
        with mmap.mmap(archive.fileno(), skip + count, access=mmap.ACCESS_READ,
                       offset=position - skip) as part:
            part.seek(skip)
            data = part.read()
    end = start + count
    return data, end if end < size else None
