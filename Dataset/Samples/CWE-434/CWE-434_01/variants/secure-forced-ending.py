import hashlib
import os


def ending_of(filename):
    lowered = filename.lower()
    for ending in ("png", "jpg", "jpeg", "gif"):
        if lowered.endswith("." + ending):
            return ending
    return "png"


def save_badge(folder, club_id, filename, data):
    digest = hashlib.sha256(data).hexdigest()[:16]
    name = "badge_{}_{}.{}".format(club_id, digest, ending_of(filename))
    path = os.path.join(folder, name)
    temporary = path + ".part"
    with open(temporary, "wb") as out:
        out.write(data)
    os.replace(temporary, path)
    return name


def badges_of(folder, club_id):
    names = [entry.name for entry in os.scandir(folder) if entry.is_file()]
    return sorted(name for name in names if name.startswith("badge_{}_".format(club_id)))
