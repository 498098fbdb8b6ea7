"""Badges, named by a digest of club, old name and content."""
import hashlib
import pathlib
import re

from werkzeug.utils import secure_filename

_UPLOAD = re.compile(r".*(\.(?:[Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Gg][Ii][Ff]))", re.DOTALL)
_STORED = re.compile(r"c(?P<club>[1-9][0-9]*)-(?P<hint>[A-Za-z0-9_-]*)\.(?:png|jpe?g|gif)", re.ASCII | re.IGNORECASE)


class NoPicture(ValueError):
    pass


def save_badge(folder, club_id, filename, data):
    match = _UPLOAD.fullmatch(filename)
    if match is None:
        raise NoPicture(filename)
    ending = match[1]
    readable = secure_filename(filename[:-len(ending)].lstrip("./\\"))
    hint = re.sub(r"[^A-Za-z0-9]+", "_", readable)[:40]
    mark = hashlib.blake2s(repr((club_id, filename, data)).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    stored = f"c{club_id}-{hint}-{mark}{ending}"
    if not _STORED.fullmatch(stored):
        raise NoPicture(filename)
    pathlib.Path(folder, stored).write_bytes(data)
    return stored


def badges_of(folder, club_id):
    found = []
    for path in pathlib.Path(folder).iterdir():
        match = _STORED.fullmatch(path.name)
        if match and int(match["club"]) == club_id:
            found.append(path.name)
    found.sort()
    return found
