import os
import re
import secrets

_PICTURE = re.compile(r"\.(?:png|jpg|jpeg|gif)$")


def save_badge(folder, club_id, filename, data):
    ending = os.path.splitext(filename)[1].lower()
    if not _PICTURE.match(ending):
        raise ValueError("badges are .png, .jpg, .jpeg or .gif files")
    name = f"club-{club_id}-{secrets.token_hex(8)}{ending}"
    with open(os.path.join(folder, name), "xb") as out:
        out.write(data)
    return name


def badges_of(folder, club_id):
    return sorted(n for n in os.listdir(folder) if n.startswith(f"club-{club_id}-"))
