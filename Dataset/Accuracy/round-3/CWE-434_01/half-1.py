import os
import re

ENDINGS = (".png", ".jpg", ".jpeg", ".gif")
LONGEST = 255


def _clean(filename):
    name = filename.replace("\\", "/").rsplit("/", 1)[-1]
    return re.sub(r"[^A-Za-z0-9._-]+", "_", name).lstrip(".")


def save_badge(folder, club_id, filename, data):
    if not filename.lower().endswith(ENDINGS):
        raise ValueError("badges are .png, .jpg, .jpeg or .gif files")
    name = f"club{int(club_id)}-{_clean(filename)}"[:LONGEST]
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)
    return name


def badges_of(folder, club_id):
    prefix = f"club{int(club_id)}-"
    return sorted(name for name in os.listdir(folder) if name.startswith(prefix))
