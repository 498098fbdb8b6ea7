import os
import re
import secrets

ALLOWED = re.compile(r".*\.(?:png|jpe?g|gif)$", re.IGNORECASE | re.ASCII | re.DOTALL)


def save_badge(folder, club_id, filename, data):
    if not ALLOWED.match(filename):
        raise ValueError("a badge must be a PNG, JPEG or GIF picture")
    ending = filename.rpartition(".")[2]
    name = f"club{int(club_id)}-{secrets.token_hex(8)}.{ending}"
    with open(os.path.join(folder, name), "xb") as file:
        file.write(data)
    return name


def badges_of(folder, club_id):
    prefix = f"club{int(club_id)}-"
    return sorted(name for name in os.listdir(folder) if name.startswith(prefix))
