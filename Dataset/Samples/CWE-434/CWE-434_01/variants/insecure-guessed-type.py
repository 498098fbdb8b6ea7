import mimetypes
import os
import uuid

PICTURES = {"image/png", "image/jpeg", "image/gif"}


def _prefix(club_id):
    return f"club{int(club_id)}-"


def save_badge(folder, club_id, filename, data):
    """Store an uploaded badge under a fresh name and return that name."""
    kind, _ = mimetypes.guess_type(filename)
    if kind not in PICTURES:
        raise ValueError(f"not a picture: {filename!r}")
    ending = os.path.splitext(os.path.basename(filename))[1]
    name = _prefix(club_id) + uuid.uuid4().hex + ending.lower()
    with open(os.path.join(folder, name), "xb") as file:
        file.write(data)
    return name


def badges_of(folder, club_id):
    prefix = _prefix(club_id)
    return sorted(name for name in os.listdir(folder) if name.startswith(prefix))
