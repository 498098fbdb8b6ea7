import re
import secrets
from pathlib import Path

BADGE = re.compile(r"[^/\\\x00-\x1f]*\.(png|jpe?g|gif)", re.IGNORECASE)


def save_badge(folder, club_id, filename, data):
    match = BADGE.fullmatch(filename)
    if match is None:
        raise ValueError(f"not a picture: {filename!r}")
    name = f"{club_id:d}_{secrets.token_hex(8)}.{match[1]}"
    with (Path(folder) / name).open("xb") as file:
        file.write(data)
    return name


def badges_of(folder, club_id):
    return sorted(path.name for path in Path(folder).glob(f"{club_id:d}_*") if path.is_file())
