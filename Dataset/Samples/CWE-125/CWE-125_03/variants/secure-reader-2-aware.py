import json
from pathlib import Path


def read_part(folder, title, start, length):
    base = Path(folder)
    index = json.loads((base / "index.json").read_text(encoding="utf-8"))
    offset, size = index[title]

    for number in (start, length):
        if not isinstance(number, int) or isinstance(number, bool):
            raise ValueError("start and length must be whole numbers")
        if number < 0:
            raise ValueError("start and length must not be negative")

    if start >= size:
        return b"", None
    end = min(start + length, size)  # start <= end <= size

    with open(base / "archive.bin", "rb") as archive:
        archive.seek(offset + start)
        data = archive.read(end - start)
    return data, (None if end == size else end)
