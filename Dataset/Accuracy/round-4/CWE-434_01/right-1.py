import hashlib
import os
import re


def _ending(filename):
    if not (found := re.fullmatch(r"(?s:.*)\.([Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Gg][Ii][Ff])", filename)):
        raise ValueError("not a picture: " + ascii(filename))
    return found[1].lower()


def save_badge(folder, club_id, filename, data):
    if isinstance(club_id, bool) or not isinstance(club_id, int) or club_id <= 0:
        raise ValueError("no such club")
    target = "badge.%d.%s.%s" % (club_id, hashlib.sha256(data).hexdigest(), _ending(filename))
    path = os.path.join(folder, target)
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    with os.fdopen(fd, "wb") as out:
        out.write(data)
    return target


def badges_of(folder, club_id):
    wanted = re.compile(rf"badge\.{int(club_id)}\.[0-9a-f]{{64}}\.(png|jpe?g|gif)", re.ASCII)
    return sorted(filter(wanted.fullmatch, os.listdir(folder)))
