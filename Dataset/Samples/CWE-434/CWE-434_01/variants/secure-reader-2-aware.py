import os
import re
import secrets

ENDINGS = (".png", ".jpg", ".jpeg", ".gif")


def _ending(filename):
    if re.search(r"[\x00-\x1f\x7f]", filename):
        raise ValueError("bad name of a file")
    for ending in ENDINGS:
        if filename.lower().endswith(ending):
            return ending
    raise ValueError("a badge must be a .png, .jpg, .jpeg or .gif file")


def save_badge(folder, club_id, filename, data):
    # of the uploaded name only the ending is used
    name = f"{int(club_id)}-{secrets.token_hex(8)}{_ending(filename)}"
    with open(os.path.join(folder, name), "xb") as f:
        f.write(data)
    return name


def badges_of(folder, club_id):
    pattern = re.compile(rf"{int(club_id)}-[0-9a-f]{{16}}\.(?:png|jpg|jpeg|gif)")
    return sorted(name for name in os.listdir(folder) if pattern.fullmatch(name))
