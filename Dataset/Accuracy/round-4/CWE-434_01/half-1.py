import os
import re
import uuid

PICTURE = re.compile(r"\.(?:png|jpe?g|gif)$", re.IGNORECASE | re.ASCII)


def save_badge(folder, club_id, filename, data):
    name = os.path.basename(filename.replace("\\", "/"))
    if not PICTURE.search(name):
        raise ValueError("only png, jpg, jpeg and gif are allowed")
    ending = name[name.rindex("."):]
    stored = f"{club_id}-{uuid.uuid4().hex}{ending}"
    with open(os.path.join(folder, stored), "xb") as file:
        file.write(data)
    return stored


def badges_of(folder, club_id):
    return sorted(name for name in os.listdir(folder) if name.startswith(f"{club_id}-"))
