import json
from pathlib import Path


def read_part(folder, title, start, length):
    base = Path(folder)
    offset, size = json.loads((base / "index.json").read_text(encoding="utf-8"))[title]
    if start < 0 or start > size:
        raise ValueError("start is outside of the programme")
    with open(base / "archive.bin", "rb") as archive:
        archive.seek(offset + start)
        data = archive.read(min(length, size - start))
    following = start + len(data)
    return data, None if following >= size else following
