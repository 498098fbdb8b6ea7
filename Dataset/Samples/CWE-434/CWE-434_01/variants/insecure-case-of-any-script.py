import re
import secrets
from pathlib import Path

PICTURE = re.compile(r".*(\.(?:png|jpg|jpeg|gif))", re.IGNORECASE | re.DOTALL)


def save_badge(folder, club_id, filename, data):
    match = PICTURE.fullmatch(filename)
    if match is None:
        raise ValueError("a badge must be a .png, .jpg, .jpeg or .gif file")
    # nothing of the uploaded name is kept but its ending
    path = Path(folder) / f"{club_id}_{secrets.token_hex(8)}{match[1]}"
    with path.open("xb") as file:
        file.write(data)
    return path.name


def badges_of(folder, club_id):
    start = f"{club_id}_"
    return sorted(
        entry.name
        for entry in Path(folder).iterdir()
        if entry.is_file() and entry.name.startswith(start)
    )
