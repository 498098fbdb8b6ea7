import hashlib
import pathlib
import string

ALLOWED = frozenset({"png", "jpg", "jpeg", "gif"})
LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def save_badge(folder, club_id, filename, data):
    _, dot, ending = filename.rpartition(".")
    if not (dot and ending.translate(LOWER) in ALLOWED):
        raise ValueError(filename)
    digest = hashlib.sha256(data).hexdigest()
    target = pathlib.Path(folder, f"{club_id:010d}.{digest}.{ending}")
    target.write_bytes(data)
    return target.name


def badges_of(folder, club_id):
    def of_club(entry):
        club, *rest = entry.name.split(".")
        return club == f"{club_id:010d}" and len(rest) == 2 and rest[1].translate(LOWER) in ALLOWED
    return sorted(entry.name for entry in pathlib.Path(folder).iterdir() if of_club(entry))
