import re
import secrets
from pathlib import Path

ENDINGS = (".png", ".jpg", ".jpeg", ".gif")
LONGEST = 200


def _clean(filename):
    base = filename.replace("\\", "/").rsplit("/", 1)[-1]
    return re.sub(r"[^A-Za-z0-9._-]", "_", base)


def save_badge(folder, club_id, filename, data):
    safe = _clean(filename)
    if not safe.lower().endswith(ENDINGS):
        raise ValueError("only pictures can be badges")
    name = f"{int(club_id)}-{secrets.token_hex(4)}-{safe}"[:LONGEST]
    with (Path(folder) / name).open("xb") as out:
        out.write(data)
    return name


def badges_of(folder, club_id):
    return sorted(p.name for p in Path(folder).glob(f"{int(club_id)}-*"))
