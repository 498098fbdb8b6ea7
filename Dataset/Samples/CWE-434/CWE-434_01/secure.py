import os
import uuid

ENDINGS = {".png", ".jpg", ".jpeg", ".gif"}


def save_badge(folder, club_id, filename, data):
    ending = os.path.splitext(filename)[1].lower()
    if ending not in ENDINGS:
        raise ValueError("a badge must be a PNG, JPEG or GIF picture")
    name = f"{int(club_id)}_{uuid.uuid4().hex}{ending}"
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)
    return name


def badges_of(folder, club_id):
    return sorted(name for name in os.listdir(folder) if name.startswith(f"{club_id}_"))
