import os
import uuid

ENDINGS = (".png", ".jpg", ".jpeg", ".gif")


def save_badge(folder, club_id, filename, data):
    for ending in ENDINGS:
        if filename.lower().endswith(ending):
            break
    else:
        raise ValueError("a badge must be a .png, .jpg, .jpeg or .gif file")
    name = f"{club_id}-{uuid.uuid4().hex}{ending}"
    with open(os.path.join(folder, name), "xb") as file:
        file.write(data)
    return name


def badges_of(folder, club_id):
    start = f"{club_id}-"
    return sorted(
        name for name in os.listdir(folder)
        if name.startswith(start) and name.lower().endswith(ENDINGS)
    )
