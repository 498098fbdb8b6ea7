"""Badges of the clubs of a chess league."""
import os
import secrets

ENDINGS = (".PNG", ".JPG", ".JPEG", ".GIF")


def _ending(filename):
    """The ending of an upload's name, as it was written; ValueError if it is none of a picture."""
    stem, dot, ending = filename.rpartition(".")
    if not dot or (dot + ending).upper() not in ENDINGS:
        raise ValueError("a badge is a .png, .jpg, .jpeg or .gif")
    return dot + ending


def save_badge(folder, club_id, filename, data):
    if isinstance(club_id, bool) or not isinstance(club_id, int) or club_id < 1:
        raise ValueError("club_id")
    ending = _ending(filename)
    # Nothing else of the name is used: no folders, no further endings.
    name = f"club-{club_id}-{secrets.token_hex(8)}{ending}"
    with open(os.path.join(folder, name), "xb") as file:
        file.write(data)
    return name


def badges_of(folder, club_id):
    start = f"club-{club_id}-"
    return sorted(name for name in os.listdir(folder) if name.startswith(start))
