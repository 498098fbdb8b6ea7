import os
import tempfile

ENDINGS = ("gif", "jpeg", "jpg", "png")


def _stored_name(club_id, ending):
    # Nothing of the uploaded name survives but one of our own endings.
    return f"club-{club_id}.{ending}"


def _ending(filename):
    if not isinstance(filename, str):
        raise ValueError("no file name")
    _, dot, last = filename.rpartition(".")
    wanted = last.lower()
    if not dot or not last.isascii() or wanted not in ENDINGS:
        raise ValueError(f"not a picture: {filename!r}")
    return wanted


def _check_club(club_id):
    if type(club_id) is not int or club_id < 1:
        raise ValueError("club_id must be a positive integer")


def save_badge(folder, club_id, filename, data):
    _check_club(club_id)
    ending = _ending(filename)
    name = _stored_name(club_id, ending)

    # the draft has a picture's ending too, for the moment that it exists
    fd, draft = tempfile.mkstemp(
        prefix=".draft-", suffix="." + ending, dir=folder)
    try:
        with os.fdopen(fd, "wb") as f:
            f.write(data)
        os.chmod(draft, 0o644)
        os.replace(draft, os.path.join(folder, name))
    except BaseException:
        os.unlink(draft)
        raise
    return name


def badges_of(folder, club_id):
    _check_club(club_id)
    names = (_stored_name(club_id, ending) for ending in ENDINGS)
    return sorted(
        n for n in names if os.path.isfile(os.path.join(folder, n)))
