import json
import mmap
from pathlib import Path


def read_part(folder, title, start, length):
    folder = Path(folder)
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    offset, size = index[title]

    if start < 0 or length < 0:
        raise ValueError("negative position or length")
    if start >= size:
        return b"", None

    end = min(start + length, size)
    base, skip = divmod(offset + start, mmap.ALLOCATIONGRANULARITY)
    base *= mmap.ALLOCATIONGRANULARITY

    with open(folder / "archive.bin", "rb") as archive:
        with mmap.mmap(archive.fileno(), skip + end - start,
                       access=mmap.ACCESS_READ, offset=base) as window:
            window.seek(skip)
            data = window.read()

    return data, (end if end < size else None)
