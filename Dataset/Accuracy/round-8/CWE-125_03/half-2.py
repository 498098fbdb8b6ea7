import functools
import json
from pathlib import Path


@functools.lru_cache(maxsize=16)
def _archive(path, device, inode):
    # opening is slow on the station's network disk, so the file stays open
    return open(path, "rb", buffering=0)


def _programme(folder, title):
    index = json.loads(Path(folder, "index.json").read_text(encoding="utf-8"))
    return index[title]


def read_part(folder, title, start, length):
    offset, size = _programme(folder, title)
    if start < 0:
        raise ValueError("start must not be negative")
    if length < 0:
        raise ValueError("length must not be negative")
    if start >= size:
        return b"", None

    wanted = min(length, size - start)
    path = Path(folder, "archive.bin").resolve()
    status = path.stat()
    archive = _archive(path, status.st_dev, status.st_ino)
    archive.seek(offset + start)
    data = archive.read(wanted)

    next_start = start + wanted
    return data, next_start if next_start < size else None
