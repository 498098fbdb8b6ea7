import os
import secrets
from pathlib import Path, PurePosixPath

ALLOWED = {".PNG", ".JPG", ".JPEG", ".GIF"}


def save_badge(folder, club_id, filename, data):
    if not isinstance(club_id, int) or club_id < 1:
        raise ValueError("club_id must be a positive integer")
    name = PurePosixPath("x" + filename.replace("\\", "/").rpartition("/")[2])
    if name.suffix.upper() not in ALLOWED:
        raise ValueError(f"files of type {name.suffix!r} are not accepted")
    stored = f"club{club_id}_{secrets.token_hex(8)}{name.suffix}"
    with open(Path(folder) / stored, "xb") as file:
        file.write(data)
    return stored


def badges_of(folder, club_id):
    return sorted(entry.name for entry in Path(folder).glob(f"club{club_id}_*"))
