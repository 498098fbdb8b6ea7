"""Badges of the clubs of a chess league."""
import mimetypes
import os
import re
import uuid

# A table of our own: what the machine's mime.types says about further endings (.jpe, .jfif …) does not count.
_PICTURES = mimetypes.MimeTypes()
_PICTURES.types_map = ({}, {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
})


def save_badge(folder, club_id, filename, data):
    kind, encoding = _PICTURES.guess_type(filename)
    if kind is None or encoding is not None:        # an encoding: badge.png.gz
        raise ValueError(f"not a picture: {filename!r}")
    ending = os.path.splitext(filename)[1].lower()
    name = f"{club_id:d}_{uuid.uuid4().hex}{ending}"
    target = os.path.join(folder, name)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    return name


def badges_of(folder, club_id):
    mine = re.compile(rf"{club_id:d}_[0-9a-f]{{32}}\.[a-z]+")
    return sorted(filter(mine.fullmatch, os.listdir(folder)))
