import json
from pathlib import Path


def _require_count(value, what):
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{what} must be a whole number of at least 0")


def read_part(folder, title, start, length):
    _require_count(start, "start")
    _require_count(length, "length")
    folder = Path(folder)
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    offset, size = index[title]
    if start >= size:
        return b"", None
    # both ends lie inside the programme: 0 <= start <= end <= size
    end = min(start + length, size)
    with open(folder / "archive.bin", "rb") as archive:
        archive.seek(offset + start)
        data = archive.read(end - start)
    return data, (end if end < size else None)
