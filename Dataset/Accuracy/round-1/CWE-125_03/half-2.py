import json
from pathlib import Path


def read_part(folder, title, start, length):
    folder = Path(folder)
    offset, size = json.loads((folder / "index.json").read_text("utf-8"))[title]
    stop = min(start + length, size)
    if start < 0 or stop < 0:
        raise ValueError("the part lies before the programme")
    if start >= size:
        return b"", None
    with open(folder / "archive.bin", "rb") as archive:
        archive.seek(offset + start)
        data = archive.read(stop - start)
    return data, (stop if stop < size else None)
