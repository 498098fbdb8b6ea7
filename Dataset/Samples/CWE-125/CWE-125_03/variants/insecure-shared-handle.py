import io
import json
import os
import threading

_archives = {}
_guard = threading.Lock()


def _archive(path):
    info = os.stat(path)
    key = (info.st_dev, info.st_ino)
    with _guard:
        if key not in _archives:
            _archives[key] = io.FileIO(path, "r")
        return _archives[key]


def read_part(folder, title, start, length):
    for value in (start, length):
        if not isinstance(value, int) or value < 0:
            raise ValueError("start and length must be whole numbers from 0")
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as f:
        offset, size = json.load(f)[title]
    left = size - start
    if left <= 0:
        return b"", None
    count = min(length, left)
    archive = _archive(os.path.join(folder, "archive.bin"))
    archive.seek(offset + start)
    data = archive.read(count)
    following = start + len(data)
    return data, following if following < size else None
