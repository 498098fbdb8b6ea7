import os
import re

BADGE = re.compile(r"[^/\\\0]+\.(png|jpe?g|gif)$", re.IGNORECASE | re.ASCII)


def save_badge(folder, club_id, filename, data):
    filename = filename.replace("\\", "/").rsplit("/", 1)[-1]
    if not BADGE.match(filename):
        raise ValueError("a badge is a .png, .jpg, .jpeg or .gif file")
    ending = filename[filename.rindex("."):].lower()
    name = f"club-{int(club_id)}{ending}"
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)
    return name


def badges_of(folder, club_id):
    start = f"club-{int(club_id)}."
    return sorted(name for name in os.listdir(folder) if name.startswith(start))
