import re
import uuid
from pathlib import Path

PICTURE = re.compile(r"[^\0]*\.(png|jpg|jpeg|gif)", re.IGNORECASE)


def save_badge(folder, club_id, filename, data):
    match = PICTURE.fullmatch(filename)
    if match is None:
        raise ValueError(f"not the name of a picture: {filename!r}")
    target = Path(folder) / f"{club_id:d}_{uuid.uuid4().hex}.{match[1]}"
    target.write_bytes(data)
    return target.name


def badges_of(folder, club_id):
    return sorted(path.name for path in Path(folder).glob(f"{club_id:d}_*"))
